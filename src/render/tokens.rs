//! A finished page, token by token, without a judgement of every letter, which takes longer than all the rest: whether pages are sound is
//! for the tests.

use std::convert::Infallible;

use html5gum::emitters::callback::{Callback, CallbackEmitter, CallbackEvent};
use html5gum::{Emitter, ForwardingEmitter, Span, Tokenizer};

/// What stands in a page, each piece with its bytes.
#[derive(Debug)]
pub(super) enum Piece<'p> {
    /// An element opens.
    Open(&'p Tag, Span<usize>),
    /// The element of this name closes.
    Close(&'p str, Span<usize>),
    /// Text, in which references to signs are resolved.
    Text(&'p str, Span<usize>),
}

/// A tag that opens an element.
#[derive(Debug, Default)]
pub(super) struct Tag {
    /// The name of the element.
    pub(super) name: String,
    attributes: Vec<(String, String)>,
    /// Whether it ends with a stroke.
    pub(super) self_closing: bool,
}

impl Tag {
    /// The value of an attribute; of several with one name the first counts.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        let mut attributes = self.attributes.iter();
        let found = attributes.find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str())
    }

    /// Whether it has a class.
    pub(super) fn has_class(&self, class: &str) -> bool {
        let classes = self.attribute("class").unwrap_or_default();
        classes.split(' ').any(|known| known == class)
    }
}

/// Visits every piece of a page in its order.
pub(super) fn read(html: &str, visit: impl FnMut(Piece<'_>)) {
    let mut reader = Reader {
        tag: Tag::default(),
        start: 0,
        visit,
    };
    let mut emitter = CallbackEmitter::new(|event: CallbackEvent<'_>, span| {
        reader.event(&event, span);
        None
    });
    emitter.naively_switch_states(true);
    for token in Tokenizer::new_with_emitter(html, Unjudging(emitter)) {
        let Ok(_) = token;
    }
}

/// Gathers tags, which come in parts.
struct Reader<V> {
    tag: Tag,
    /// Where it begins.
    start: usize,
    visit: V,
}

impl<V: FnMut(Piece<'_>)> Reader<V> {
    fn event(&mut self, event: &CallbackEvent<'_>, span: Span<usize>) {
        match *event {
            CallbackEvent::OpenStartTag { name } => {
                self.tag.name.clear();
                self.tag.name.push_str(text(name));
                self.tag.attributes.clear();
                self.start = span.start;
            }
            CallbackEvent::AttributeName { name } => {
                let name = text(name).to_owned();
                self.tag.attributes.push((name, String::new()));
            }
            CallbackEvent::AttributeValue { value } => {
                if let Some((_, known)) = self.tag.attributes.last_mut() {
                    known.push_str(text(value));
                }
            }
            CallbackEvent::CloseStartTag { self_closing } => {
                self.tag.self_closing = self_closing;
                let start = self.start;
                let span = Span { start, ..span };
                (self.visit)(Piece::Open(&self.tag, span));
            }
            CallbackEvent::EndTag { name } => (self.visit)(Piece::Close(text(name), span)),
            CallbackEvent::String { value } => (self.visit)(Piece::Text(text(value), span)),
            CallbackEvent::Comment { .. }
            | CallbackEvent::Doctype { .. }
            | CallbackEvent::Error(_) => {}
        }
    }
}

/// Pieces of a text are texts.
fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap_or_default()
}

/// An emitter that has nothing judged.
struct Unjudging<F: Callback<Infallible, usize>>(CallbackEmitter<F, Infallible, usize>);

impl<F: Callback<Infallible, usize>> ForwardingEmitter for Unjudging<F> {
    type Token = Infallible;

    fn inner(&mut self) -> &mut impl Emitter<Token = Self::Token> {
        &mut self.0
    }

    fn should_emit_errors(&mut self) -> bool {
        false
    }
}
