//! The feed by which Dash learns of a new docset. The entry point is [`text`].

use super::{ARCHIVE, FEED};
use publish::Site;
use quick_xml::escape::escape;
use terms::Date;

/// The feed with the address of the archive. Its version is the day of the facts with a
/// checksum of the archive, since texts change without a new fact.
pub(super) fn text(site: &Site, day: Date, archive: &[u8]) -> String {
    let url = site.link(FEED, ARCHIVE);
    format!(
        "<entry>\n  <version>{day}/{:08x}</version>\n  <url>{}</url>\n</entry>\n",
        crc32fast::hash(archive),
        escape(&url)
    )
}
