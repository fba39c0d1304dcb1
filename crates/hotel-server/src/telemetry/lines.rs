//! Log lines as JSON: one flat object a line, what the request's span knows beside what is said.

use std::fmt;

use serde_json::{Map, Value};
use tracing::field::{Field, Visit};
use tracing::{Event, Subscriber};
use tracing_subscriber::fmt::format::Writer;
use tracing_subscriber::fmt::time::{FormatTime as _, SystemTime};
use tracing_subscriber::fmt::{FmtContext, FormatEvent, FormatFields, FormattedFields};
use tracing_subscriber::registry::LookupSpan;

/// Writes events as JSON lines.
pub(super) struct JsonLines;

impl<S, N> FormatEvent<S, N> for JsonLines
where
    S: Subscriber + for<'a> LookupSpan<'a>,
    N: for<'a> FormatFields<'a> + 'static,
{
    fn format_event(
        &self,
        context: &FmtContext<'_, S, N>,
        mut writer: Writer<'_>,
        event: &Event<'_>,
    ) -> fmt::Result {
        let mut timestamp = String::new();
        SystemTime.format_time(&mut Writer::new(&mut timestamp))?;
        let mut said = Fields::default();
        event.record(&mut said);
        let mut line = Vec::with_capacity(said.0.len() + 6);
        let metadata = event.metadata();
        line.push(("timestamp".to_owned(), Value::String(timestamp)));
        line.push(("level".to_owned(), Value::String(metadata.level().to_string())));
        let message = said.0.remove("message").unwrap_or_else(|| Value::String(String::new()));
        line.push(("message".to_owned(), message));
        // The innermost span speaks first, and the event before all of them.
        line.extend(said.0);
        for span in context.event_scope().into_iter().flatten() {
            let extensions = span.extensions();
            let fields = extensions.get::<FormattedFields<N>>();
            let fields = fields.and_then(|fields| serde_json::from_str(&fields.fields).ok());
            let fields: Map<String, Value> = fields.unwrap_or_default();
            for (name, value) in fields {
                if line.iter().all(|(known, _)| *known != name) {
                    line.push((name, value));
                }
            }
        }
        line.push(("target".to_owned(), Value::String(metadata.target().to_owned())));
        let mut separator = '{';
        for (name, value) in line {
            write!(writer, "{separator}{}:{value}", Value::String(name))?;
            separator = ',';
        }
        writeln!(writer, "}}")
    }
}

/// The fields of an event.
#[derive(Default)]
struct Fields(Map<String, Value>);

impl Fields {
    fn put(&mut self, field: &Field, value: impl Into<Value>) {
        self.0.insert(field.name().to_owned(), value.into());
    }
}

impl Visit for Fields {
    fn record_f64(&mut self, field: &Field, value: f64) {
        self.put(field, value);
    }

    fn record_i64(&mut self, field: &Field, value: i64) {
        self.put(field, value);
    }

    fn record_u64(&mut self, field: &Field, value: u64) {
        self.put(field, value);
    }

    fn record_bool(&mut self, field: &Field, value: bool) {
        self.put(field, value);
    }

    fn record_str(&mut self, field: &Field, value: &str) {
        self.put(field, value);
    }

    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        self.put(field, format!("{value:?}"));
    }
}

#[cfg(test)]
mod tests {
    use std::io::{self, Write};
    use std::sync::{Arc, Mutex};

    use tracing_subscriber::fmt::format::JsonFields;

    use super::*;

    #[derive(Clone, Default)]
    struct Written(Arc<Mutex<Vec<u8>>>);

    impl Write for Written {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.lock().unwrap().extend_from_slice(bytes);
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn a_line_is_one_object_with_what_the_span_knows() {
        let written = Written::default();
        let writer = written.clone();
        let subscriber = tracing_subscriber::fmt()
            .fmt_fields(JsonFields::new())
            .event_format(JsonLines)
            .with_writer(move || writer.clone())
            .finish();
        tracing::subscriber::with_default(subscriber, || {
            let correlation = tracing::field::Empty;
            let span =
                tracing::error_span!("request", request.id = "r-1", correlation.id = correlation);
            let _entered = span.enter();
            tracing::warn!(count = 3, "before \"it\" was\nknown");
            span.record("correlation.id", "c-1");
            tracing::error!(request.id = "mine", ok = true, "after");
        });
        let text = String::from_utf8(written.0.lock().unwrap().clone()).unwrap();
        let lines: Vec<Value> =
            text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        let [first, second] = lines.as_slice() else { panic!("{text}") };
        assert_eq!(first["message"], "before \"it\" was\nknown");
        assert_eq!((&first["level"], &first["count"]), (&"WARN".into(), &3.into()));
        assert_eq!(first["request.id"], "r-1");
        assert!(first["correlation.id"].is_null() && first["timestamp"].is_string(), "{text}");
        assert_eq!(
            (&second["request.id"], &second["correlation.id"]),
            (&"mine".into(), &"c-1".into())
        );
        assert!(text.starts_with("{\"timestamp\":\""), "{text}");
    }
}
