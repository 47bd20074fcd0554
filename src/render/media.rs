//! What kind of file an ending stands for (IANA's registry of media types).

/// The media type of HTML pages.
pub const HTML: &str = "text/html; charset=utf-8";

/// Endings with their media types. Texts are UTF-8.
const TYPES: &[(&str, &str)] = &[
    ("html", "text/html"),
    ("htm", "text/html"),
    ("css", "text/css"),
    ("js", "text/javascript"),
    ("mjs", "text/javascript"),
    ("json", "application/json"),
    ("map", "application/json"),
    ("webmanifest", "application/manifest+json"),
    ("xml", "application/xml"),
    ("atom", "application/atom+xml"),
    ("rss", "application/rss+xml"),
    ("vtt", "text/vtt"),
    ("txt", "text/plain"),
    ("md", "text/plain"),
    ("csv", "text/csv"),
    ("ics", "text/calendar"),
    ("svg", "image/svg+xml"),
    ("png", "image/png"),
    ("jpg", "image/jpeg"),
    ("jpeg", "image/jpeg"),
    ("gif", "image/gif"),
    ("webp", "image/webp"),
    ("avif", "image/avif"),
    ("ico", "image/x-icon"),
    ("pdf", "application/pdf"),
    ("zip", "application/zip"),
    (
        "xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
    (
        "docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
    ("mp3", "audio/mpeg"),
    ("m4a", "audio/mp4"),
    ("ogg", "audio/ogg"),
    ("oga", "audio/ogg"),
    ("opus", "audio/ogg"),
    ("wav", "audio/wav"),
    ("mp4", "video/mp4"),
    ("m4v", "video/mp4"),
    ("webm", "video/webm"),
    ("woff2", "font/woff2"),
    ("wasm", "application/wasm"),
];

/// What stands after the last dot of a path, in lower case.
pub fn ending(path: &str) -> Option<String> {
    let (_, ending) = path.rsplit_once('.')?;
    (!ending.contains('/')).then(|| ending.to_ascii_lowercase())
}

/// The media type that an ending stands for.
pub(super) fn of_ending(ending: &str) -> Option<&'static str> {
    let mut types = TYPES.iter();
    types
        .find(|(known, _)| *known == ending)
        .map(|(_, kind)| *kind)
}

/// The media type of a file as a server sends it: texts say that they are UTF-8.
pub fn content_type(path: &str) -> String {
    let kind = ending(path).and_then(|ending| of_ending(&ending));
    match kind {
        Some(kind) if kind.starts_with("text/") => format!("{kind}; charset=utf-8"),
        Some(kind) => kind.to_owned(),
        None => "application/octet-stream".to_owned(),
    }
}
