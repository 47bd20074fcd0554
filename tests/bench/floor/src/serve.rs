//! The least time an edit can take until it is seen: the file that changed is parsed again, and a page meets its shell when it is asked for.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::{Arc, RwLock};

use notify::Watcher;
use notify::event::{AccessKind, EventKind};
use rayon::prelude::*;

use crate::page::{self, Page, Shell};

struct Site {
    root: PathBuf,
    pages: RwLock<HashMap<String, Arc<Page>>>,
    shell: RwLock<Shell>,
}

/// Answers on the loopback address until it is ended.
pub fn serve(root: &Path, port: u16) {
    let root = root.canonicalize().expect("the site exists");
    let content = root.join("content");
    let pages = page::files(&content);
    let pages = pages
        .par_iter()
        .filter_map(|file| Page::read(&content, file));
    let site = Arc::new(Site {
        pages: RwLock::new(
            pages
                .map(|page| (page.url.clone(), Arc::new(page)))
                .collect(),
        ),
        shell: RwLock::new(Shell::read(&root).expect("templates/base.html is a Tera template")),
        root,
    });
    let watched = site.clone();
    let mut watcher = notify::recommended_watcher(move |event| watched.update(event))
        .expect("the system tells of changes");
    for folder in ["content", "templates"] {
        let folder = site.root.join(folder);
        watcher
            .watch(&folder, notify::RecursiveMode::Recursive)
            .expect("the folder can be watched");
    }
    let listener = TcpListener::bind(("127.0.0.1", port)).expect("the port is free");
    for stream in listener.incoming().flatten() {
        let site = site.clone();
        std::thread::spawn(move || site.answer(stream));
    }
}

impl Site {
    fn update(&self, event: notify::Result<notify::Event>) {
        let Ok(event) = event else { return };
        let closed = matches!(event.kind, EventKind::Access(AccessKind::Close(_)));
        if event.kind.is_access() && !closed {
            return;
        }
        let content = self.root.join("content");
        for path in event.paths {
            if path.starts_with(&content) {
                if let Some(page) = Page::read(&content, &path) {
                    self.pages
                        .write()
                        .unwrap()
                        .insert(page.url.clone(), Arc::new(page));
                }
            } else if let Some(shell) = Shell::read(&self.root) {
                *self.shell.write().unwrap() = shell;
            }
        }
    }

    /// Answers the requests of one connection until it is closed.
    fn answer(&self, mut stream: TcpStream) {
        let _ = stream.set_nodelay(true);
        let Ok(requests) = stream.try_clone() else {
            return;
        };
        let mut lines = BufReader::new(requests).lines().map_while(Result::ok);
        while let Some(request) = lines.next() {
            let url = request.split(' ').nth(1).unwrap_or("/").to_owned();
            lines
                .by_ref()
                .take_while(|line| !line.is_empty())
                .for_each(drop);
            let page = self.pages.read().unwrap().get(&url).cloned();
            let (status, body) = match page {
                Some(page) => ("200 OK", self.shell.read().unwrap().render(&page)),
                None => ("404 Not Found", String::new()),
            };
            let length = body.len();
            let head = format!(
                "HTTP/1.1 {status}\r\ncontent-type: text/html; charset=utf-8\r\ncontent-length: {length}\r\n\r\n"
            );
            if stream.write_all((head + &body).as_bytes()).is_err() {
                return;
            }
        }
    }
}
