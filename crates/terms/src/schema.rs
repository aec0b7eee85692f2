//! JSON schemas of the types that are serialized as text.

use super::{Date, Fix, IssueRef, Moment, ReleaseNumber, Series};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use std::borrow::Cow;

macro_rules! texts {
    ($($name:ident: $description:literal;)+) => {
        $(impl JsonSchema for $name {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({ "type": "string", "description": $description })
            }
        })+
    };
}

texts! {
    Date: "A day, such as 2025-10-07";
    Fix: "What rewrites the code by itself, such as ruff UP035";
    IssueRef: "An issue of CPython, such as gh-128563";
    Moment: "A version such as 3.14, or a release such as 3.14.2";
    ReleaseNumber: "A release of Python, such as 3.14.0a1";
    Series: "A version of Python, such as 3.14";
}
