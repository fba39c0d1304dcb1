//! Guests, users and tokens: one method an endpoint.

use hotel_core::command::people::{GuestDetails, GuestPatch, UserDetails};
use hotel_core::ids::{GuestId, TokenId};
use hotel_core::people::{Guest, User};
use hotel_core::wire::page::Page;
use hotel_core::wire::people::{GuestQuery, TokenIssued, TokenRequest, TokenView, WhoAmI};
use reqwest::Method;

use super::{Answer, Client, Empty, NoQuery, Write};
use crate::error::CliError;

impl Client {
    /// Lists guests.
    pub(crate) async fn guests(&self, query: &GuestQuery) -> Result<Page<Guest>, CliError> {
        self.get(&["guests"], query).await
    }

    /// Shows a guest.
    pub(crate) async fn guest(&self, guest: GuestId) -> Result<Guest, CliError> {
        self.get(&["guests", &guest.to_string()], &NoQuery {}).await
    }

    /// Registers a guest.
    pub(crate) async fn register_guest(
        &self,
        details: &GuestDetails,
        write: &Write,
    ) -> Result<Answer<Guest>, CliError> {
        self.write(Method::POST, &["registrations"], details, write).await
    }

    /// Changes a guest.
    pub(crate) async fn change_guest(
        &self,
        guest: GuestId,
        patch: &GuestPatch,
        write: &Write,
    ) -> Result<Answer<Guest>, CliError> {
        self.write(Method::PATCH, &["guests", &guest.to_string()], patch, write).await
    }

    /// Lists users.
    pub(crate) async fn users(&self) -> Result<Page<User>, CliError> {
        self.get(&["users"], &NoQuery {}).await
    }

    /// Adds or changes a user.
    pub(crate) async fn set_user(
        &self,
        user: &UserDetails,
        write: &Write,
    ) -> Result<Answer<User>, CliError> {
        self.write(Method::PUT, &["users"], user, write).await
    }

    /// Lists tokens.
    pub(crate) async fn tokens(&self) -> Result<Page<TokenView>, CliError> {
        self.get(&["tokens"], &NoQuery {}).await
    }

    /// Issues a token.
    pub(crate) async fn issue_token(
        &self,
        request: &TokenRequest,
        write: &Write,
    ) -> Result<Answer<TokenIssued>, CliError> {
        self.write(Method::POST, &["tokens"], request, write).await
    }

    /// Revokes a token.
    pub(crate) async fn revoke_token(
        &self,
        token: TokenId,
        write: &Write,
    ) -> Result<Answer<TokenView>, CliError> {
        self.write(Method::DELETE, &["tokens", &token.to_string()], &Empty {}, write).await
    }

    /// Asks who the server takes the caller for.
    pub(crate) async fn me(&self) -> Result<WhoAmI, CliError> {
        self.get(&["me"], &NoQuery {}).await
    }
}
