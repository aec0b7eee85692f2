//! The changes that explain syntax.

use python::Feature;

/// The slug of the change that brought a syntax, or that the compiler warns of it.
pub(crate) fn change(feature: Feature) -> Option<&'static str> {
    Some(match feature {
        Feature::MatrixMultiplication => "pep-465",
        Feature::BytesFormatting => "pep-461",
        Feature::YieldFrom => "pep-380",
        Feature::GeneralUnpacking => "pep-448",
        Feature::AsyncFunction => "pep-492",
        Feature::AsyncComprehension => "pep-530",
        Feature::AsyncGenerator => "pep-525",
        Feature::FString => "pep-498",
        Feature::VariableAnnotation => "pep-526",
        Feature::NumberUnderscore => "pep-515",
        Feature::IdentityOfLiteral => "bpo-34850",
        Feature::LeavingFinally => "pep-765",
        Feature::ContinueInFinally => "bpo-32489",
        Feature::InvalidEscape => "3.12-invalid-escape-warning",
        Feature::Walrus => "pep-572",
        Feature::WalrusInIndex | Feature::WalrusInSet => "3.10-walrus-in-sets",
        Feature::StarTuple => "bpo-32117",
        Feature::PositionalOnly => "pep-570",
        Feature::RelaxedDecorator => "pep-614",
        Feature::ParenthesizedContextManagers => "3.10-parenthesized-with",
        Feature::UnpackInFor => "bpo-46725",
        Feature::Match => "pep-634",
        Feature::ExceptStar => "pep-654",
        Feature::StarIndex | Feature::StarAnnotation => "pep-646",
        Feature::TypeParameters | Feature::TypeAlias => "pep-695",
        Feature::FStringGrammar => "pep-701",
        Feature::TypeParameterDefault => "pep-696",
        Feature::ExceptWithoutParentheses => "pep-758",
        Feature::TemplateString => "pep-750",
        Feature::LazyImport => "pep-810",
        Feature::UnpackInComprehension => "pep-798",
        Feature::SignedPattern => "gh-145239",
        Feature::FStringDebug | Feature::SeveralContextManagers | Feature::ParenthesizedKeyword => {
            return None;
        }
    })
}

/// Whether a class is a dictionary that `|` merges.
pub(crate) fn is_dictionary(class: &str) -> bool {
    matches!(
        class,
        "dict"
            | "collections.ChainMap"
            | "collections.Counter"
            | "collections.OrderedDict"
            | "collections.UserDict"
            | "collections.defaultdict"
            | "types.MappingProxyType"
            | "weakref.WeakKeyDictionary"
            | "weakref.WeakValueDictionary"
    )
}
