//! The page tests that run in each browser. The entry point is [`page_filter`].

use crate::setup::BrowserKind;

/// The page tests that run in Firefox and WebKit without `--full`, as parts of names:
/// those that depend on a browser's layout, focus, history, storage, workers, service
/// worker, clipboard or text editing, with one test for each such interface. The others
/// test the page's own logic, for which one browser is enough.
const DIFFERENT_BETWEEN_BROWSERS: &[&str] = &[
    "address::a_typed_word_is_one_entry_of_the_history",
    "address::back_and_forward_repeat_what_the_reader_did",
    "check::a_wheel_of_pypi_is_checked",
    "check::dropped_programs_open_the_view_and_the_result_is_shared",
    "check::pasted_code_is_checked_and_kept_in_the_address",
    "check::the_file_checks_without_a_request",
    "detail::the_row_of_a_linked_feature_is_scrolled_into_the_viewport",
    "editing::",
    "embed::a_text_is_copied_or_selected",
    "errors::a_pasted_traceback_is_explained_and_kept_in_the_address",
    "harness_works::",
    "keyboard::",
    "loading::no_request_leaves_the_site",
    "loading::the_page_loads_and_hides_the_loading_message",
    "offline::a_new_version_waits_for_the_reader",
    "offline::a_prerendered_page_opens_offline",
    "offline::an_incomplete_version_is_not_installed",
    "offline::removed_files_stay_away_until_the_reader_saves_them_again",
    "offline::the_site_works_offline_after_the_first_visit",
    "offline::two_copies_of_the_site_on_one_origin_stay_apart",
    "own_documents::a_browser_without_storage_says_so",
    "own_documents::a_dropped_folder_is_read_and_other_files_are_named",
    "own_documents::documents_survive_a_reload_only_if_the_reader_keeps_them",
    "phone::a_feature_opens_below_its_row",
    "phone::nothing_is_wider_than_the_window",
    "phone::the_filters_begin_closed_and_stay_open_while_they_are_used",
    "printing::",
    "prerender::the_chosen_theme_is_shown_from_the_first_paint",
    "prerender::the_explorer_draws_the_same_in_the_same_place",
    "prerender::the_scroll_position_and_the_focus_are_kept",
    "prerender::a_linked_feature_has_the_focus_even_after_a_slow_render",
    "prerender::text_typed_before_the_explorer_runs_is_searched",
    "runs::a_runtime_is_kept_and_removed",
    "runs::the_keyboard_runs_code_and_output_has_labelled_parts",
    "runtimes::ends::endless_programs_are_stopped",
    "runtimes::failures::a_browser_without_the_required_features",
    "runtimes::offline::a_kept_runtime_starts_and_runs_offline",
    "runtimes::runs::a_download_shows_its_progress_and_can_be_stopped",
    "runtimes::sandbox::the_policy_holds_without_the_restrictions_of_the_worker",
    "samples::code_and_link_can_be_copied",
    "scratch::back_and_forward_restore_the_code",
    "single::documents_of_the_readers_own_are_read_and_merged",
    "single::the_file_lists_searches_and_explains_without_a_request",
    "theme::the_choice_is_remembered_and_shown_before_the_explorer_runs",
    "theme::the_system_decides_until_the_reader_does",
    "typing::",
    "upgrade::the_checklist_is_copied_and_saved_as_markdown",
];

/// The arguments of the page tests in a browser: the given filter, else the names of the
/// tests that can differ in this browser.
pub(super) fn page_filter(browser: BrowserKind, full: bool, filter: &[String]) -> Vec<String> {
    if full || browser == BrowserKind::Chromium || !filter.is_empty() {
        return filter.to_vec();
    }
    let names = DIFFERENT_BETWEEN_BROWSERS.iter();
    std::iter::once("--")
        .chain(names.copied())
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::arguments::parse_arguments;
    use super::*;
    use std::fs;
    use std::path::Path;

    fn words(text: &str) -> Vec<String> {
        text.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn firefox_and_webkit_run_only_tests_that_can_differ_unless_full() {
        let filter = words("-- theme");
        for browser in BrowserKind::ALL {
            assert_eq!(page_filter(browser, false, &filter), filter);
            assert!(page_filter(browser, true, &[]).is_empty());
            let names = page_filter(browser, false, &[]);
            assert_eq!(names.is_empty(), browser == BrowserKind::Chromium);
        }
        let arguments = words("page --full");
        assert!(parse_arguments(&arguments).expect("every page test").full);
    }

    #[test]
    fn all_tests_that_can_differ_exist() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/page");
        for name in DIFFERENT_BETWEEN_BROWSERS {
            let (module, test) = name.rsplit_once("::").expect("a module");
            let file = folder.join(module.replace("::", "/")).with_extension("rs");
            let text = fs::read_to_string(&file).unwrap_or_default();
            assert!(text.contains(&format!("fn {test}")), "{name}");
        }
    }
}
