//! The description of the API: what the routes say of themselves, and what holds for all of them.

use utoipa::PartialSchema as _;
use utoipa::openapi::path::{Operation, ParameterBuilder, ParameterIn, PathItem};
use utoipa::openapi::security::{Http, HttpAuthScheme, SecurityRequirement, SecurityScheme};
use utoipa::openapi::{
    Components, Content, InfoBuilder, OpenApi, OpenApiBuilder, Paths, Ref, RefOr, Required,
    Response, ResponseBuilder, Schema,
};

use hotel_core::ids::provisional::BookingRef;
use hotel_core::ids::{
    GuestId, HotelCode, IdempotencyKey, RatePlanCode, RoomNo, RoomTypeCode, TokenId,
};
use hotel_core::refusal::code;
use hotel_core::wire::problem::{PROBLEM_JSON, Problem};

use crate::failure::{CODES, status_of};

const BEARER: &str = "bearer";

/// Problems of every route that knows its caller.
const OF_READS: &[u16] = &[400, 401, 403, 404, 500, 503];

/// Problems of every write.
const OF_WRITES: &[u16] = &[400, 401, 403, 404, 409, 412, 413, 415, 422, 500, 503];

/// Every status that a problem may have.
const ALL: &[u16] = &[400, 401, 403, 404, 409, 412, 413, 415, 422, 428, 429, 500, 503];

/// Returns the description before any route is in it.
pub(crate) fn blank() -> OpenApi {
    let info = InfoBuilder::new()
        .title("hotel")
        .version(env!("CARGO_PKG_VERSION"))
        .description(Some(
            "Sells hotel rooms. Every write carries an `Idempotency-Key` and may be repeated with \
             the same key and body: the answer is the first one again, with \
             `Idempotency-Replayed: true`. A key is remembered with its answer for as long as the \
             house keeps its books, and for 400 days at least: nothing removes one. \
             `GET /v1/commands/{key}` tells what came of a command. Answers that are not final \
             (400, 401, 403, 413, 415, 428, 429, 5xx, and 422 `idempotency.key_reused`) are not \
             remembered. `?dry_run=true` previews a write. Wherever a booking is named by its \
             code, the provisional code it was made with names it too. Every error is a problem \
             (RFC 9457) with a stable `code`.",
        ))
        .build();
    OpenApiBuilder::new().info(info).paths(Paths::new()).components(Some(Components::new())).build()
}

/// Adds what holds for every route: who may call, path and write parameters, problems.
pub(crate) fn complete(mut api: OpenApi) -> OpenApi {
    let components = api.components.get_or_insert_default();
    let bearer = SecurityScheme::Http(Http::new(HttpAuthScheme::Bearer));
    components.security_schemes.insert(BEARER.to_owned(), bearer.into());
    components.schemas.insert("Problem".to_owned(), Problem::schema());
    for status in ALL {
        components.responses.insert(problem_name(*status), RefOr::T(problem(*status)));
    }
    for (path, item) in &mut api.paths.paths {
        for (operation, method) in operations(item) {
            describe(path, method, operation);
        }
    }
    api
}

/// The one change that must say which version it means.
const CONDITIONAL: (&str, Method) = ("/v1/bookings/{code}", Method::Patch);

/// The kinds of methods that the API uses.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Method {
    Get,
    Write,
    Patch,
}

fn operations(item: &mut PathItem) -> impl Iterator<Item = (&mut Operation, Method)> {
    let PathItem { get, put, post, delete, patch, .. } = item;
    let methods = [Method::Get, Method::Write, Method::Write, Method::Write, Method::Patch];
    let operations = [get, put, post, delete, patch].into_iter().zip(methods);
    operations.filter_map(|(operation, method)| Some((operation.as_mut()?, method)))
}

fn describe(path: &str, method: Method, operation: &mut Operation) {
    if let Some(tag) = operation.tags.as_ref().and_then(|tags| tags.first()) {
        let name = operation.operation_id.take().unwrap_or_default();
        operation.operation_id = Some(format!("{tag}_{name}_{}", last_word(path)));
    }
    let parameters = operation.parameters.get_or_insert_default();
    let names = path.split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}'));
    parameters.extend(names.map(|name| RefOr::T(path_parameter(name))));
    let mut problems = match method {
        _ if path == "/livez" => vec![500],
        _ if path == "/readyz" => vec![500, 503],
        Method::Get => OF_READS.to_vec(),
        Method::Write | Method::Patch => OF_WRITES.to_vec(),
    };
    match (path, method) {
        ("/v1/events", _) => problems.extend([409, 429]),
        ("/v1/search", _) => problems.extend([409, 422]),
        _ if (path, method) == CONDITIONAL => problems.push(428),
        (_, Method::Get | Method::Write | Method::Patch) => {}
    }
    if method != Method::Get {
        let must = if (path, method) == CONDITIONAL { Required::True } else { Required::False };
        parameters.extend(write_parameters(must).map(|parameter| RefOr::T(parameter.build())));
    }
    if path.starts_with("/v1") {
        let nothing: [&str; 0] = [];
        operation.security = Some(vec![SecurityRequirement::new(BEARER, nothing)]);
    }
    for status in problems {
        let reference = RefOr::Ref(Ref::from_response_name(problem_name(status)));
        operation.responses.responses.insert(status.to_string(), reference);
    }
}

/// Returns the last word of a path that is no parameter, to tell operations of one tag apart.
fn last_word(path: &str) -> String {
    let mut words = path.rsplit('/').filter(|word| !word.starts_with('{'));
    words.next().unwrap_or_default().replace('-', "_")
}

fn path_parameter(name: &str) -> utoipa::openapi::path::Parameter {
    let schema = match name {
        "code" => BookingRef::schema(),
        "key" => IdempotencyKey::schema(),
        "hotel" => HotelCode::schema(),
        "room_type" => RoomTypeCode::schema(),
        "rate_plan" => RatePlanCode::schema(),
        "room" => RoomNo::schema(),
        "guest" => GuestId::schema(),
        "token" => TokenId::schema(),
        _ => String::schema(),
    };
    let parameter = ParameterBuilder::new().name(name).parameter_in(ParameterIn::Path);
    parameter.required(Required::True).schema(Some(schema)).build()
}

fn write_parameters(condition: Required) -> impl Iterator<Item = ParameterBuilder> {
    let header = |name: &str, required: Required, description: &str| {
        parameter(name, ParameterIn::Header, String::schema())
            .required(required)
            .description(Some(description))
    };
    [
        header(
            "Idempotency-Key",
            Required::True,
            "The caller's name for the command, the same with every retry; 1 to 255 printable \
             ASCII characters. A preview needs none.",
        ),
        header("If-Match", condition, "The version that the change is meant for: `\"7\"`, or `*`."),
        header(
            "Hotel-Enqueued-At",
            Required::False,
            "When the client began to keep the command, by its own clock (RFC 3339): kept with the \
             command's events as evidence; nothing is decided by it.",
        ),
        header("X-Hotel-Channel", Required::False, "Through which door: cli, tui or api."),
        header("X-Correlation-Id", Required::False, "A UUID of what the command belongs to."),
        parameter("dry_run", ParameterIn::Query, bool::schema())
            .required(Required::False)
            .description(Some("Only a preview: nothing is changed.")),
    ]
    .into_iter()
}

fn parameter(name: &str, place: ParameterIn, schema: RefOr<Schema>) -> ParameterBuilder {
    ParameterBuilder::new().name(name).parameter_in(place).schema(Some(schema))
}

fn problem_name(status: u16) -> String {
    format!("Problem{status}")
}

fn problem(status: u16) -> Response {
    let of_http = CODES.iter().filter(|(_, of, _)| *of == status);
    let of_http = of_http.map(|(code, _, meaning)| format!("- `{code}`: {meaning}"));
    let refusals = code::ALL.iter().filter(|refusal| status_of(refusal.kind) == status);
    let refusals = refusals.map(|refusal| format!("- `{}`: {}", refusal.code, refusal.meaning));
    let description = of_http.chain(refusals).collect::<Vec<_>>().join("\n");
    let schema = RefOr::Ref(Ref::from_schema_name("Problem"));
    ResponseBuilder::new()
        .description(description)
        .content(PROBLEM_JSON, Content::new(Some(schema)))
        .build()
}
