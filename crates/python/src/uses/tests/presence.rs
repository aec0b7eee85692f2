//! Conditions on what exists.

use super::hold;

#[test]
fn hasattr_says_what_is_there() {
    hold(&[
        (
            r#"import os
if hasattr(os, "fork"): os.fork()
if not hasattr(os, "fork"): os.spawnl()
else: os.fork()
os.fork()"#,
            "import os; name hasattr; call hasattr(os, 'fork'); truth hasattr(); \
             attribute os.fork guard os.fork; call os.fork() guard os.fork; name hasattr; \
             call hasattr(os, 'fork'); truth hasattr(); attribute os.spawnl without os.fork; call os.spawnl() without os.fork; \
             attribute os.fork guard os.fork; call os.fork() guard os.fork; attribute os.fork; \
             call os.fork()",
        ),
        (
            r#"import os
if hasattr(os, "fork") and hasattr(os, "kill"):
    os.kill
    os.fork
    os.wait
hasattr(os, "nice") and os.nice(1)
os.getpid() if hasattr(os, "getpid") else 0"#,
            "import os; name hasattr; call hasattr(os, 'fork'); truth hasattr(); \
             name hasattr where os.fork; call hasattr(os, 'kill') where os.fork; \
             attribute os.kill where os.fork guard os.kill; \
             attribute os.fork guard os.fork where os.kill; \
             attribute os.wait where os.fork where os.kill; name hasattr; \
             call hasattr(os, 'nice'); truth hasattr(); attribute os.nice guard os.nice; \
             call os.nice(1) guard os.nice; name hasattr; call hasattr(os, 'getpid'); \
             truth hasattr(); attribute os.getpid guard os.getpid; \
             call os.getpid() guard os.getpid",
        ),
        (
            r#"import os
if hasattr(os, "fork") or hasattr(os, "kill"):
    os.fork"#,
            "import os; name hasattr; call hasattr(os, 'fork'); truth hasattr(); name hasattr without os.fork; \
             call hasattr(os, 'kill') without os.fork; attribute os.fork",
        ),
        (
            r#"import os
HAS = hasattr(os, "fork")
def f():
    if not HAS:
        return
    os.fork()"#,
            "import os; name hasattr; call hasattr(os, 'fork'); attribute os.fork guard os.fork; \
             call os.fork() guard os.fork",
        ),
        (
            r#"import os
if callable(getattr(os, "fork", None)): os.fork()
if bool(getattr(os, "kill", None)): os.kill
if "wait" in dir(os): os.wait"#,
            "import os; name callable; call callable(OTHER); truth callable(); \
             attribute os.fork guard os.fork; call os.fork() guard os.fork; name bool; \
             call bool(OTHER); truth bool(); attribute os.kill guard os.kill; name dir; \
             call dir(os); attribute os.wait guard os.wait",
        ),
    ]);
}

#[test]
fn what_the_program_assigns_is_there() {
    hold(&[
        (
            r#"import datetime
if not hasattr(datetime, "UTC"):
    datetime.UTC = datetime.timezone.utc
datetime.UTC"#,
            "import datetime; name hasattr; call hasattr(datetime, 'UTC'); truth hasattr(); \
             attribute datetime.timezone without datetime.UTC; \
             attribute datetime.timezone.utc without datetime.UTC; \
             attribute datetime.UTC guard datetime.UTC",
        ),
        (
            "import collections, collections.abc
def f():
    collections.Mapping
try:
    collections.Mapping
except AttributeError:
    collections.Mapping = collections.abc.Mapping",
            "import collections; import collections.abc; attribute collections.Mapping caught; \
             name AttributeError; attribute collections.abc fallback; \
             attribute collections.abc.Mapping fallback; \
             attribute collections.Mapping guard collections.Mapping",
        ),
    ]);
}

#[test]
fn getattr_with_a_default_says_what_is_there() {
    hold(&[
        (
            r#"import math
prod = getattr(math, "prod", None)
if prod is None:
    prod = own
prod([1])"#,
            "import math; name own without math.prod; call own or math.prod(list())",
        ),
        (
            r#"import math
prod = getattr(math, "prod", None)
if prod is not None:
    prod([1])
if prod:
    prod([2])"#,
            "import math; call math.prod(list()) guard math.prod; \
             truth math.prod guard math.prod; call math.prod(list()) guard math.prod",
        ),
    ]);
}
