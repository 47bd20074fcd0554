//! The preview over HTTP/1.1. Only what is asked for under the preview's own address is answered, so that no page of a stranger can
//! read it through a name that leads here (DNS rebinding).

use std::net::TcpListener;
use std::sync::Arc;
use std::sync::mpsc::Sender;

use anyhow::{Context as _, Result};
use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::{
    ACCEPT_RANGES, ALLOW, CACHE_CONTROL, CONTENT_TYPE, HOST, LOCATION, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{Method, StatusCode, Uri};
use axum::middleware::{self, Next};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use futures_util::stream;
use percent_encoding::percent_decode_str;
use tokio::runtime::{Builder, Runtime};
use tokio::sync::broadcast::error::RecvError;

use super::decorate::FOLDER;
use super::preview::{Found, Preview};
use super::reply;
use crate::watch::Hint;

/// The server at work; it ends when this is dropped.
#[derive(Debug)]
pub(super) struct Server {
    runtime: Option<Runtime>,
}

/// Begins to answer on `listener`, for those who ask it by one of `hosts`. When the program is interrupted, `hints` hear of it.
///
/// # Errors
/// When the machine refuses.
pub(super) fn start(
    listener: TcpListener,
    hosts: Vec<String>,
    preview: Arc<Preview>,
    hints: Sender<Hint>,
) -> Result<Server> {
    let runtime = Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build();
    let runtime = runtime.context("tokio")?;
    listener.set_nonblocking(true).context("socket")?;
    let hosts: Arc<[String]> = hosts.into();
    let router = Router::new()
        .route(&format!("{FOLDER}client.js"), get(client))
        .route(&format!("{FOLDER}updates"), get(updates))
        .route(&format!("{FOLDER}problems"), get(problems))
        .fallback(page)
        .layer(middleware::from_fn_with_state(hosts, known_host))
        .with_state(preview);
    let _inside = runtime.enter();
    let listener = tokio::net::TcpListener::from_std(listener).context("socket")?;
    runtime.spawn(async move { axum::serve(listener, router).await });
    runtime.spawn(async move {
        interrupted().await;
        // The other end may have ended first.
        let _ = hints.send(Hint::End);
    });
    drop(_inside);
    Ok(Server {
        runtime: Some(runtime),
    })
}

impl Drop for Server {
    fn drop(&mut self) {
        // Browsers keep a connection open for updates; it is not waited for.
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

#[cfg(unix)]
async fn interrupted() {
    use tokio::signal::unix::{SignalKind, signal};
    let signals = [
        SignalKind::interrupt(),
        SignalKind::terminate(),
        SignalKind::hangup(),
    ];
    let mut signals: Vec<_> = signals
        .into_iter()
        .filter_map(|kind| signal(kind).ok())
        .collect();
    if signals.is_empty() {
        return std::future::pending().await;
    }
    let any = signals.iter_mut().map(|signal| Box::pin(signal.recv()));
    futures_util::future::select_all(any).await;
}

#[cfg(not(unix))]
async fn interrupted() {
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending().await
    }
}

/// Refuses what is asked under another name than that of the preview.
async fn known_host(State(hosts): State<Arc<[String]>>, request: Request, next: Next) -> Response {
    let host = request
        .headers()
        .get(HOST)
        .and_then(|host| host.to_str().ok());
    let host = host.or_else(|| {
        request
            .uri()
            .authority()
            .map(|authority| authority.as_str())
    });
    if host.is_some_and(|host| hosts.iter().any(|known| known.eq_ignore_ascii_case(host))) {
        return next.run(request).await;
    }
    let text =
        "loa: địa chỉ này không phải của bản xem thử (this is not the address of the preview)\n";
    (StatusCode::FORBIDDEN, text).into_response()
}

async fn client() -> Response {
    let headers = [
        (CONTENT_TYPE, "text/javascript; charset=utf-8"),
        (CACHE_CONTROL, "no-cache"),
    ];
    (headers, include_str!("client.js")).into_response()
}

/// A stream of updates (server-sent events, HTML standard, section 9.2). The first tells a browser that it is connected, again perhaps.
async fn updates(State(preview): State<Arc<Preview>>) -> Response {
    let first = Event::default().event("connected").data("{}");
    let later = stream::unfold(preview.updates(), |mut updates| async move {
        let data = match updates.recv().await {
            Ok(data) => data,
            // What was missed does not matter: the page is asked for again in any case.
            Err(RecvError::Lagged(_)) => "{}".into(),
            Err(RecvError::Closed) => return None,
        };
        let event = Event::default().event("update").data(&*data);
        Some((Ok::<_, std::convert::Infallible>(event), updates))
    });
    let events = stream::StreamExt::chain(stream::iter([Ok(first)]), later);
    Sse::new(events)
        .keep_alive(KeepAlive::default())
        .into_response()
}

/// What is wrong with the page that the query names.
async fn problems(State(preview): State<Arc<Preview>>, uri: Uri) -> Response {
    let path = uri.query().and_then(|query| query.strip_prefix("page="));
    let Some(path) = path.and_then(decoded) else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let problems =
        tokio::task::spawn_blocking(move || serde_json::to_vec(&preview.problems(&path)));
    match problems.await {
        Ok(Ok(json)) => {
            let headers = [
                (CONTENT_TYPE, "application/json"),
                (CACHE_CONTROL, "no-store"),
            ];
            (headers, json).into_response()
        }
        _ => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

/// Everything else: an address of the site.
async fn page(State(preview): State<Arc<Preview>>, request: Request) -> Response {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return (StatusCode::METHOD_NOT_ALLOWED, [(ALLOW, "GET, HEAD")]).into_response();
    }
    let Some(path) = decoded(request.uri().path()) else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let (parts, _) = request.into_parts();
    let answer = tokio::task::spawn_blocking(move || match preview.find(&path) {
        Found::Reply(found) => reply::response(found, &parts.headers, &parts.method, preview.mark),
        Found::Folder => to_folder(&parts.uri),
    });
    let mut response = match answer.await {
        Ok(response) => response,
        Err(_) => return StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    };
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, "no-cache".parse().expect("a header"));
    headers.insert(X_CONTENT_TYPE_OPTIONS, "nosniff".parse().expect("a header"));
    headers.insert(ACCEPT_RANGES, "bytes".parse().expect("a header"));
    headers.insert("x-robots-tag", "noindex".parse().expect("a header"));
    response
}

/// To the address of a folder, which ends with a slash.
fn to_folder(uri: &Uri) -> Response {
    let query = uri
        .query()
        .map_or_else(String::new, |query| format!("?{query}"));
    // One slash: two would lead to another host.
    let path = uri.path().trim_start_matches('/');
    let address = format!("/{path}/{query}");
    let status = StatusCode::TEMPORARY_REDIRECT;
    (status, [(LOCATION, address)], Body::empty()).into_response()
}

/// A path without percent-encoding; nothing when it is no text.
fn decoded(path: &str) -> Option<String> {
    let decoded = percent_decode_str(path).decode_utf8().ok()?;
    Some(decoded.into_owned())
}
