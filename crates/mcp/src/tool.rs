//! What a tool is. The entry points are [`Question`] and [`route`].

use crate::server::Server;
use lookup::{Lookup, LookupError, Readable};
use rmcp::handler::server::router::tool::ToolRoute;
use rmcp::handler::server::tool::ToolCallContext;
use rmcp::model::{CallToolResult, ContentBlock, JsonObject, Tool, ToolAnnotations};
use schemars::generate::SchemaSettings;
use schemars::transform::{RecursiveTransform, Transform};
use schemars::{JsonSchema, Schema};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::future::ready;
use std::sync::Arc;

/// A question that a client may ask.
pub(crate) trait Question: DeserializeOwned + JsonSchema + 'static {
    /// The name of the tool.
    const NAME: &'static str;
    /// What people see.
    const TITLE: &'static str;
    /// What a model has to know to use it.
    const DESCRIPTION: &'static str;
    /// The answer, whose schema is an object.
    type Answer: Serialize + JsonSchema + 'static;

    /// Answers it.
    fn answer(self, lookup: &Lookup) -> Result<Reply<Self::Answer>, QuestionError>;
}

/// Why a question is not answered. The message says what to do.
#[derive(Debug, thiserror::Error)]
pub(crate) enum QuestionError {
    /// It asks for something that does not exist.
    #[error(transparent)]
    Lookup(#[from] LookupError),
    /// An argument is empty.
    #[error("`{name}` is empty; give {what}")]
    Empty {
        /// The argument.
        name: &'static str,
        /// What to give.
        what: &'static str,
    },
}

/// An argument unless it is empty; else the error that asks for `what`.
pub(crate) fn filled<'a>(
    text: &'a str,
    name: &'static str,
    what: &'static str,
) -> Result<&'a str, QuestionError> {
    match text.trim() {
        "" => Err(QuestionError::Empty { name, what }),
        _ => Ok(text),
    }
}

/// An answer for programs and for people.
pub(crate) struct Reply<T> {
    data: T,
    text: String,
}

impl<T: Readable> From<T> for Reply<T> {
    fn from(answer: T) -> Self {
        let text = plain_text(&answer);
        Self { data: answer, text }
    }
}

impl<T> Reply<T> {
    /// An answer whose text is that of something else.
    pub(crate) fn new(data: T, readable: &impl Readable) -> Self {
        let text = plain_text(readable);
        Self { data, text }
    }
}

fn plain_text(readable: &impl Readable) -> String {
    anstream::adapter::strip_str(&readable.to_text(None)).to_string()
}

/// The tool that asks a question, with its schemas.
pub(crate) fn route<Q: Question>() -> ToolRoute<Server> {
    let input = input_schema::<Q>();
    let reads = ToolAnnotations::with_title(Q::TITLE)
        .read_only(true)
        .idempotent(true)
        .open_world(false);
    let mut tool = Tool::new(Q::NAME, Q::DESCRIPTION, input).with_annotations(reads);
    tool.title = Some(Q::TITLE.to_owned());
    let output = schema::<Q::Answer>(SchemaSettings::draft2020_12().for_serialize());
    tool.output_schema = Some(Arc::new(output));
    ToolRoute::new_dyn(tool, |context: ToolCallContext<'_, Server>| {
        let arguments = context.arguments.unwrap_or_default();
        let result = call::<Q>(&context.service.lookup, arguments);
        Box::pin(ready(Ok(result.into())))
    })
}

/// Answers a call. The result says what is wrong with it, so that the model can
/// correct it; a protocol error would not reach the model.
fn call<Q: Question>(lookup: &Lookup, arguments: JsonObject) -> CallToolResult {
    let answered = parse::<Q>(arguments).and_then(|question| {
        let reply = question.answer(lookup).map_err(|error| error.to_string())?;
        let data = serde_json::to_value(&reply.data).map_err(|error| error.to_string())?;
        Ok((data, reply.text))
    });
    match answered {
        Ok((data, text)) => {
            let mut result = CallToolResult::structured(data);
            result.content = vec![ContentBlock::text(text)];
            result
        }
        Err(message) => CallToolResult::error(vec![ContentBlock::text(message)]),
    }
}

/// Reads the arguments of a call. The error names the argument and lists all of them.
fn parse<Q: Question>(arguments: JsonObject) -> Result<Q, String> {
    serde_path_to_error::deserialize(Value::Object(arguments)).map_err(|error| {
        let path = error.path().to_string();
        let place = match path.as_str() {
            "." => String::new(),
            path => format!("`{path}`: "),
        };
        format!(
            "{place}{}. The arguments of `{}` are {}.",
            error.inner(),
            Q::NAME,
            listed_arguments::<Q>()
        )
    })
}

/// The arguments with what they are: “`slug` (The permanent name …)”.
fn listed_arguments<Q: Question>() -> String {
    let schema = input_schema::<Q>();
    let properties = schema.get("properties").and_then(Value::as_object);
    let described = properties.into_iter().flatten().map(|(name, schema)| {
        let description = schema.get("description").and_then(Value::as_str);
        let description = description.unwrap_or("any value").replace('\n', " ");
        format!("`{name}` ({description})")
    });
    described.collect::<Vec<_>>().join(", ")
}

fn input_schema<Q: Question>() -> JsonObject {
    schema::<Q>(SchemaSettings::draft2020_12())
}

/// The schema of a type. Formats such as `uint16`, which JSON Schema does not have and
/// clients warn of, are left out.
fn schema<T: JsonSchema>(settings: SchemaSettings) -> JsonObject {
    let mut schema = settings.into_generator().into_root_schema_for::<T>();
    let mut drop_formats = RecursiveTransform(|schema: &mut Schema| {
        schema.remove("format");
    });
    drop_formats.transform(&mut schema);
    schema.ensure_object().clone()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;
    use serde_json::json;

    #[derive(Debug, Deserialize, JsonSchema)]
    #[serde(deny_unknown_fields)]
    struct Sum {
        /// What to add
        numbers: Vec<u8>,
    }

    impl Question for Sum {
        const NAME: &'static str = "sum";
        const TITLE: &'static str = "Add numbers";
        const DESCRIPTION: &'static str = "Adds numbers.";
        type Answer = u8;

        fn answer(self, _: &Lookup) -> Result<Reply<u8>, QuestionError> {
            unreachable!("the tests only read arguments")
        }
    }

    fn error(arguments: &Value) -> String {
        let arguments = arguments.as_object().cloned();
        parse::<Sum>(arguments.unwrap_or_default()).expect_err("wrong arguments")
    }

    #[test]
    fn an_error_names_the_argument_and_lists_all() {
        let right = json!({"numbers": [1, 2]}).as_object().cloned();
        let sum: Sum = parse(right.unwrap_or_default()).expect("an argument");
        assert_eq!(sum.numbers, [1, 2]);
        let wrong = error(&json!({"numbers": [1, 2, "three"]}));
        assert!(
            wrong.starts_with("`numbers[2]`: invalid type: string"),
            "{wrong}"
        );
        assert!(
            wrong.ends_with(" The arguments of `sum` are `numbers` (What to add)."),
            "{wrong}"
        );
        let missing = error(&json!({}));
        assert!(missing.starts_with("missing field `numbers`."), "{missing}");
        let unknown = error(&json!({"numbers": [], "base": 2}));
        assert!(unknown.contains("unknown field `base`"), "{unknown}");
    }

    #[test]
    fn schemas_have_no_formats_that_clients_do_not_know() {
        let schema = Value::Object(input_schema::<Sum>());
        let items = &schema["properties"]["numbers"]["items"];
        assert_eq!(items["type"], "integer");
        assert_eq!(items.get("format"), None);
    }
}
