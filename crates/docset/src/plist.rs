//! The property list of a docset. The entry point is [`text`].

use super::HOME;
use publish::Site;
use quick_xml::escape::escape;

/// `Info.plist`, by which a program knows the docset. Where a page is on the web is in it if
/// the site's address is known.
pub(super) fn text(site: &Site) -> String {
    let string = |key: &str, value: &str| {
        format!("  <key>{key}</key>\n  <string>{}</string>\n", escape(value))
    };
    let mut properties = [
        string("CFBundleIdentifier", "whats-new-in-python"),
        string("CFBundleName", "What's New in Python"),
        // The keyword for a search in this docset only.
        string("DocSetPlatformFamily", "whatsnew"),
        string("dashIndexFilePath", HOME),
        "  <key>isDashDocset</key>\n  <true/>\n".to_owned(),
    ]
    .concat();
    if site.is_known() {
        properties.push_str(&string("DashDocSetFallbackURL", &site.link("", "")));
    }
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" \
         \"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">\n\
         <plist version=\"1.0\">\n<dict>\n{properties}</dict>\n</plist>\n"
    )
}
