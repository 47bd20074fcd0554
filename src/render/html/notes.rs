//! Footnotes: their marks in the text, and the list at the end of the body.

use std::fmt::Write as _;

use super::Writer;
use crate::parse::markdown::BlockKind;

impl Writer<'_> {
    /// The mark of a footnote; what looks like one and has no text is written as it stands.
    pub(super) fn mention(&mut self, label: &str) {
        let Some(&note) = self.notes_by_label.get(label) else {
            return self.escaped(&format!("[^{label}]"));
        };
        let at = match self.numbers[note] {
            Some(at) => at,
            None => {
                self.mentioned.push(note);
                self.mentions.push(0);
                self.mentioned.len() - 1
            }
        };
        self.numbers[note] = Some(at);
        self.mentions[at] += 1;
        let number = at + 1;
        let id = match self.mentions[at] {
            1 => format!("fnr-{number}"),
            again => format!("fnr-{number}-{again}"),
        };
        let name = self.page.text("footnote");
        let _ = write!(
            self.out,
            "<sup><a href=\"#fn-{number}\" id=\"{id}\" aria-label=\"{name} [{number}]\">[{number}]</a></sup>"
        );
    }

    /// The footnotes in the order in which they are first mentioned, also by each other, then those that never are, so that none is lost.
    pub(super) fn notes(&mut self) {
        if self.footnotes.is_empty() {
            return;
        }
        let title = self.page.text("footnotes");
        let _ = writeln!(
            self.out,
            "<section class=\"fn\"><h2 id=\"chu-thich\">{title}</h2>\n<ol>"
        );
        let mut at = 0;
        while at < self.mentioned.len() {
            self.note(self.mentioned[at], Some(at + 1));
            at += 1;
        }
        for note in 0..self.footnotes.len() {
            if self.numbers[note].is_none() {
                self.note(note, None);
            }
        }
        self.push("</ol></section>\n");
    }

    fn note(&mut self, note: usize, number: Option<usize>) {
        match number {
            Some(number) => {
                let _ = write!(self.out, "<li id=\"fn-{number}\">");
            }
            None => self.push("<li>"),
        }
        let footnotes = self.footnotes;
        for block in &footnotes[note].blocks {
            match &block.kind {
                BlockKind::Paragraph(content) => {
                    self.inlines(content);
                    self.push(" ");
                }
                _ => self.block(block),
            }
        }
        if let Some(number) = number {
            let back = self.page.text("footnote_back");
            let _ = write!(
                self.out,
                "<a class=\"back\" href=\"#fnr-{number}\" aria-label=\"{back} [{number}]\">↩</a>"
            );
        }
        self.push("</li>\n");
    }
}

#[cfg(test)]
mod tests {
    use super::super::body;
    use super::super::tests::{Plain, parsed};

    #[test]
    fn footnotes_lead_there_and_back() {
        let html = body(&parsed("a[^x]\n\n[^x]: ghi chú\n"), &[], &Plain).body;
        assert!(html.contains("href=\"#fn-1\" id=\"fnr-1\""));
        assert!(html.contains("<li id=\"fn-1\">ghi chú <a class=\"back\" href=\"#fnr-1\""));
    }
}
