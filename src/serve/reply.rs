//! From what stands at an address to an HTTP response: type, version, part (RFC 9110, sections 8.8, 13.1.2 and 14).

use std::fs::{File, Metadata};
use std::io::{self, Read as _, Seek as _, SeekFrom};
use std::ops::Range;
use std::path::Path;
use std::time::UNIX_EPOCH;

use axum::body::{Body, Bytes};
use axum::http::header::{
    CONTENT_LENGTH, CONTENT_RANGE, CONTENT_TYPE, ETAG, HeaderName, IF_NONE_MATCH, IF_RANGE, RANGE,
};
use axum::http::{HeaderMap, Method, StatusCode};
use axum::response::{IntoResponse as _, Response};
use futures_util::stream;

use super::decorate::{Mark, decorate};
use super::preview::{Reply, version};
use crate::picture::Picture;
use crate::render::Content;
use crate::render::media::{HTML, content_type};
use crate::render::offline::REMOVER;
use crate::route::Route;

/// How much of a file is read at once, in bytes.
const CHUNK: u64 = 256 << 10;

/// Bytes that can be sent in parts.
enum Source {
    Bytes(Bytes),
    File(File, u64),
}

impl Source {
    fn len(&self) -> u64 {
        match self {
            Self::Bytes(bytes) => bytes.len() as u64,
            Self::File(_, len) => *len,
        }
    }

    fn part(self, range: Range<u64>) -> Body {
        match self {
            Self::Bytes(bytes) => Body::from(bytes.slice(range.start as usize..range.end as usize)),
            Self::File(file, _) => streamed(file, range),
        }
    }
}

/// The response to one request.
pub(super) fn response(reply: Reply, asked: &HeaderMap, method: &Method, mark: Mark) -> Response {
    let Reply {
        status,
        path,
        content,
    } = reply;
    let kind = content_type(&path);
    // A preview is never kept; one that was, or a site at the same address, is forgotten.
    let content = if path == Route::worker().output_path() {
        Content::Bytes(REMOVER.into())
    } else {
        content
    };
    let opened = match content {
        Content::Page(made) => Ok(page(made.html.into_bytes(), &kind, mark)),
        Content::Bytes(bytes) => Ok(page(bytes, &kind, mark)),
        Content::Shared(bytes) => Ok(page(bytes.to_vec(), &kind, mark)),
        Content::File(file) => open(&file),
        Content::Picture(picture) => drawn(&picture).map(|bytes| page(bytes, &kind, mark)),
    };
    let Ok((source, version)) = opened else {
        // It was there when the site was compiled; the next look finds out.
        return StatusCode::NOT_FOUND.into_response();
    };
    let version = format!("\"{version}\"");
    let asks = |name: HeaderName| asked.get(name).and_then(|value| value.to_str().ok());
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::OK);
    let is_known = asks(IF_NONE_MATCH).is_some_and(|known| {
        let mut known = known
            .split(',')
            .map(|one| one.trim().trim_start_matches("W/"));
        known.any(|one| one == version || one == "*")
    });
    if is_known && status == StatusCode::OK {
        return (StatusCode::NOT_MODIFIED, [(ETAG, version)]).into_response();
    }
    let len = source.len();
    let may_be_part =
        status == StatusCode::OK && asks(IF_RANGE).is_none_or(|known| known == version);
    let range = asks(RANGE)
        .filter(|_| may_be_part)
        .and_then(|range| part(range, len));
    let (status, range) = match range {
        None => (status, 0..len),
        Some(Some(range)) => (StatusCode::PARTIAL_CONTENT, range),
        Some(None) => {
            let size = format!("bytes */{len}");
            return (StatusCode::RANGE_NOT_SATISFIABLE, [(CONTENT_RANGE, size)]).into_response();
        }
    };
    let mut response = Response::builder()
        .status(status)
        .header(CONTENT_TYPE, kind)
        .header(CONTENT_LENGTH, range.end - range.start)
        .header(ETAG, version);
    if status == StatusCode::PARTIAL_CONTENT {
        let place = format!("bytes {}-{}/{len}", range.start, range.end - 1);
        response = response.header(CONTENT_RANGE, place);
    }
    let body = if *method == Method::HEAD {
        Body::empty()
    } else {
        source.part(range)
    };
    response
        .body(body)
        .unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
}

/// An output that was made; pages are decorated. The version is that of the output itself and of what decorates it.
fn page(bytes: Vec<u8>, kind: &str, mark: Mark) -> (Source, String) {
    let mut version = version(&bytes);
    if kind == HTML {
        version = format!("{version}-{}", mark.name());
    }
    let bytes = match String::from_utf8(bytes) {
        Ok(html) if kind == HTML => decorate(&html, &version, mark).into_bytes(),
        Ok(text) => text.into_bytes(),
        Err(error) => error.into_bytes(),
    };
    (Source::Bytes(bytes.into()), version)
}

fn drawn(picture: &Picture) -> io::Result<Vec<u8>> {
    let mut source = Vec::new();
    if let Some(file) = picture.source() {
        File::open(file)?.read_to_end(&mut source)?;
    }
    Ok(picture.draw(&source))
}

fn open(path: &Path) -> io::Result<(Source, String)> {
    let file = File::open(path)?;
    let metadata = file.metadata()?;
    let len = metadata.len();
    Ok((Source::File(file, len), file_version(&metadata)))
}

fn file_version(metadata: &Metadata) -> String {
    let modified = metadata.modified().ok();
    let since = modified.and_then(|modified| modified.duration_since(UNIX_EPOCH).ok());
    let since = since.unwrap_or_default().as_nanos();
    format!("{:x}-{since:x}", metadata.len())
}

/// The part that a `Range` header asks for: nothing when the whole is to be sent, nothing within when there is no such part.
fn part(header: &str, len: u64) -> Option<Option<Range<u64>>> {
    // Several parts at once may be answered with the whole.
    let (first, last) = header.strip_prefix("bytes=")?.split_once('-')?;
    let range = match (first.trim(), last.trim()) {
        ("", suffix) => {
            let suffix: u64 = suffix.parse().ok()?;
            len.saturating_sub(suffix)..len
        }
        (first, "") => first.parse().ok()?..len,
        (first, last) => {
            let (first, last): (u64, u64) = (first.parse().ok()?, last.parse().ok()?);
            if last < first {
                return None;
            }
            first..last.saturating_add(1).min(len)
        }
    };
    Some((range.start < range.end).then_some(range))
}

/// The part of a file, read as it is sent.
fn streamed(mut file: File, range: Range<u64>) -> Body {
    if file.seek(SeekFrom::Start(range.start)).is_err() {
        return Body::empty();
    }
    let left = range.end - range.start;
    Body::from_stream(stream::try_unfold(
        (file, left),
        |(file, left)| async move {
            let read = tokio::task::spawn_blocking(move || {
                let mut chunk = Vec::new();
                let mut some = (&file).take(left.min(CHUNK));
                some.read_to_end(&mut chunk).map(|_| (file, chunk))
            });
            let (file, chunk) = read.await.map_err(io::Error::other)??;
            // A file that became shorter ends the answer early, which the browser notices by its length.
            let left = left - chunk.len() as u64;
            Ok::<_, io::Error>((!chunk.is_empty()).then(|| (Bytes::from(chunk), (file, left))))
        },
    ))
}

#[cfg(test)]
mod tests {
    use super::part;

    #[test]
    fn parts_of_a_file() {
        assert_eq!(part("bytes=0-3", 10), Some(Some(0..4)));
        assert_eq!(part("bytes=4-", 10), Some(Some(4..10)));
        assert_eq!(part("bytes=-3", 10), Some(Some(7..10)));
        assert_eq!(part("bytes=-30", 10), Some(Some(0..10)));
        assert_eq!(part("bytes=2-99", 10), Some(Some(2..10)));
        assert_eq!(part("bytes=10-", 10), Some(None));
        assert_eq!(part("bytes=-0", 10), Some(None));
        assert_eq!(part("bytes=5-2", 10), None);
        assert_eq!(part("bytes=0-1,4-5", 10), None);
        assert_eq!(part("items=0-1", 10), None);
    }
}
