//! No text is lost: the tree also contains text that Markdown would leave out.

use super::text_of;
use document::parse;

/// Fails unless every word of the source that starts with `w` and a digit is in the text.
#[track_caller]
fn keeps_its_words(source: &str) {
    let document = parse(source.as_bytes()).expect("a document within the limit");
    let text = text_of(&document) + &document.metadata.title;
    let is_letter = |c: char| c.is_ascii_alphanumeric();
    for word in source.split(|c| !is_letter(c)) {
        let marked = word.starts_with('w') && word[1..].starts_with(|c: char| c.is_ascii_digit());
        assert!(
            !marked || text.contains(word),
            "{word} was lost from {source:?}"
        );
    }
}

#[test]
fn every_block_keeps_its_words() {
    for source in [
        "# w1 *w2*\n\nw3  \nw4\n===\n\n    w5\n\n```w6 w7\nw8\n```\n".to_owned(),
        "- w1\n  - w2\n\n    w3\n- > w4\n  > 1. w5\n".to_owned(),
        "| w1 | w2 |\n|---|---|\n| w3 | w4 | w5 | w6 |\n| w7 |\n".to_owned(),
        "- w1\n  - **Confirmed.** w2\n\n    w3\n- w4\n  - **Outdated.** w5\n    - w6\n".to_owned(),
        "- w1\n  - **w2.** w3\n".to_owned(),
        "```\nw1".to_owned(),
        "w1\n\n[w2]: w3\n[w4]: w5 'w6'\n".to_owned(),
    ] {
        keeps_its_words(&source);
    }
}

#[test]
fn every_mark_keeps_its_words() {
    for source in [
        "[w1](javascript:x) [w2](https://a.org) ![w3](./x.png) ![w4](https://a.org/x.png)",
        "[![w1](https://a.org/x.png) w2](https://a.org) [w3][] [w4][w5]",
        "<w1> <https://w2.org> <!-- w3 --> <div>\nw4\n</div> &lt;w5&gt; <w6",
        "`w1` ``w2 ` w3`` **w4 __w5__** ~~w6~~ ~w7~ \\*w8\\* *w9",
        "[^w1]: w2 w2\n\nw3[^w1] :w4: $w5$ [ ] w6\n\n- [x] w7\n\n> [!NOTE]\n> w8\n",
        "<script>w1</script>\n<style>\nw2\n\n- w3\n</style>\n<?w4?> <![CDATA[w5]]> <!w6>",
    ] {
        keeps_its_words(source);
    }
}

#[test]
fn front_matter_that_is_none_keeps_its_words() {
    for source in [
        "---\ntitle: [w1\n---\nw2\n",
        "---\nw1 w2\n\nw3\n",
        "---\n- w1\n- w2\n---\nw3\n",
        "---\nw1\n---\nw2\n",
        "---\n\nw1\n\n---\n",
        "---\n\tw1: {w2\n---\n",
    ] {
        keeps_its_words(source);
    }
}
