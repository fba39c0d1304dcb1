//! The conditions of a rate plan as flags.

use hotel_core::rate::{MealPlan, PaymentTerm};

/// When the house wants its money, as a flag.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum PaymentArg {
    /// On the spot, at the hotel
    AtHotel,
    /// A guarantee at booking
    Guarantee,
    /// All of it at booking
    Prepaid,
}

impl From<PaymentArg> for PaymentTerm {
    fn from(payment: PaymentArg) -> Self {
        match payment {
            PaymentArg::AtHotel => Self::AtHotel,
            PaymentArg::Guarantee => Self::Guarantee,
            PaymentArg::Prepaid => Self::Prepaid,
        }
    }
}

/// What is eaten, as a flag.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum MealsArg {
    /// Nothing
    RoomOnly,
    /// Breakfast
    Breakfast,
    /// Breakfast and one more
    HalfBoard,
    /// Three meals
    FullBoard,
    /// Everything
    AllInclusive,
}

impl From<MealsArg> for MealPlan {
    fn from(meals: MealsArg) -> Self {
        match meals {
            MealsArg::RoomOnly => Self::RoomOnly,
            MealsArg::Breakfast => Self::Breakfast,
            MealsArg::HalfBoard => Self::HalfBoard,
            MealsArg::FullBoard => Self::FullBoard,
            MealsArg::AllInclusive => Self::AllInclusive,
        }
    }
}
