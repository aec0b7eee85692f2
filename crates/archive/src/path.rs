//! Paths in archives. The entry point is [`is_inside`].

/// Whether a path stays below the archive: it is relative and never goes up.
pub(crate) fn is_inside(path: &str) -> bool {
    let is_drive = path.as_bytes().get(1) == Some(&b':');
    let mut parts = path.split(['/', '\\']);
    !path.is_empty()
        && !is_drive
        && !path.contains('\0')
        && !path.starts_with(['/', '\\'])
        && parts.all(|part| part != "..")
}

/// Why a path that is not inside is not read.
pub(crate) const OUTSIDE: &str = "its path leads out of the archive";

/// Why a link is not read.
pub(crate) const LINK: &str = "it is a link, and links are not followed";
