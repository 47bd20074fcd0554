//! Lists of which copies are cheap: a site is copied with every edit, and nearly all of it is the same.

use std::ops::Index;
use std::sync::Arc;

/// How many elements are shared or copied together.
const PART: usize = 128;

/// A list in parts. A copy shares every part with the original until one of the two changes something in it.
#[derive(Debug, Clone)]
pub struct List<T> {
    /// All but the last hold [`PART`] elements.
    parts: Vec<Arc<Vec<T>>>,
    len: usize,
}

impl<T> List<T> {
    /// How many elements there are.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The elements in their order.
    pub fn iter(&self) -> Iter<'_, T> {
        self.parts.iter().flat_map(elements::<T>)
    }
}

impl<T: Clone> List<T> {
    /// Puts an element in the place of the one at `at`, which must exist.
    pub fn set(&mut self, at: usize, element: T) {
        Arc::make_mut(&mut self.parts[at / PART])[at % PART] = element;
    }

    /// Adds an element at the end.
    pub fn push(&mut self, element: T) {
        match self.parts.last_mut().filter(|part| part.len() < PART) {
            Some(part) => Arc::make_mut(part).push(element),
            None => self.parts.push(Arc::new(vec![element])),
        }
        self.len += 1;
    }
}

/// The elements of a [`List`] in their order.
pub type Iter<'l, T> = std::iter::FlatMap<
    std::slice::Iter<'l, Arc<Vec<T>>>,
    &'l Vec<T>,
    fn(&'l Arc<Vec<T>>) -> &'l Vec<T>,
>;

fn elements<T>(part: &Arc<Vec<T>>) -> &Vec<T> {
    part
}

impl<'l, T> IntoIterator for &'l List<T> {
    type Item = &'l T;
    type IntoIter = Iter<'l, T>;

    fn into_iter(self) -> Iter<'l, T> {
        self.iter()
    }
}

impl<T> Default for List<T> {
    fn default() -> Self {
        Self {
            parts: Vec::new(),
            len: 0,
        }
    }
}

impl<T> FromIterator<T> for List<T> {
    fn from_iter<I: IntoIterator<Item = T>>(elements: I) -> Self {
        let mut elements = elements.into_iter();
        let mut list = Self::default();
        loop {
            let part: Vec<T> = elements.by_ref().take(PART).collect();
            if part.is_empty() {
                return list;
            }
            list.len += part.len();
            list.parts.push(Arc::new(part));
        }
    }
}

impl<T> Index<usize> for List<T> {
    type Output = T;

    fn index(&self, at: usize) -> &T {
        &self.parts[at / PART][at % PART]
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{List, PART};

    #[test]
    fn a_copy_keeps_what_it_had() {
        let mut list: List<usize> = (0..3 * PART).collect();
        let before = list.clone();
        list.set(PART, 7);
        list.push(8);
        assert_eq!((before[PART], list[PART]), (PART, 7));
        assert_eq!((before.len(), list.len()), (3 * PART, 3 * PART + 1));
        assert_eq!(list.iter().last(), Some(&8));
        assert!(before.into_iter().copied().eq(0..3 * PART));
        assert!(Arc::ptr_eq(&before.parts[0], &list.parts[0]));
    }
}
