//! Pages of topics: the same work across plans, with those who do it, and the lessons for it.

use std::collections::BTreeSet;

use tera::{Map, Value};

use super::View;
use super::value::object;
use crate::document::Topics;
use crate::plan::Job;
use crate::route::Route;
use crate::site::{DocId, Task};

impl View<'_> {
    /// All topics that anything has.
    pub(super) fn topic_list(&self, mut page: Map) -> Map {
        let topics = self.site.topics_in_use().into_iter().map(|at| {
            let topic = &self.site.data.topics[at];
            let tasks = self.site.tasks.iter();
            let count = tasks.filter(|task| self.has_topic(task, &topic.id)).count();
            object([
                ("name", topic.name.as_str().into()),
                ("description", topic.description.clone().into()),
                ("path", Route::topics().join(&topic.id).as_str().into()),
                ("tasks", count.into()),
            ])
        });
        page.insert("topics".into(), topics.collect::<Vec<_>>().into());
        page
    }

    /// One topic: tasks plan by plan, other clauses, and documents by kind.
    pub(super) fn topic(&self, at: usize, job: &Job) -> Map {
        let topic = &self.site.data.topics[at];
        let lang = self.site.config.lang();
        let named = |key: &str| self.text(lang, key).replace("{topic}", &topic.name);
        let (title, description) = (named("topic_title"), named("topic_description"));
        let mut page = self.frame(&title, Some(&description), "topic", &job.route);
        page.insert(
            "breadcrumb".into(),
            self.crumbs(&Route::topics(), "topics_title"),
        );
        page.insert("about".into(), topic.description.clone().into());
        let plans = self.by_plan(|task| self.has_topic(task, &topic.id));
        page.insert("plans".into(), plans);
        page.insert("clauses".into(), self.other_clauses(&topic.id));
        for kind in ["lesson", "model", "event", "article"] {
            let documents = self.site.of_kind(kind);
            let documents = documents.filter(|&doc| self.is_about(doc, &topic.id));
            let documents: Vec<DocId> = documents.collect();
            if kind == "event" {
                page.insert("moves".into(), self.moves(&documents).into());
            }
            page.insert(format!("{kind}s").into(), self.list(&documents));
        }
        page
    }

    fn has_topic(&self, task: &Task, topic: &str) -> bool {
        let clause = self.site.clause(task.plan, task.clause);
        let topics = self.site.topics_of(task.plan, &clause.address);
        topics.iter().any(|known| known.as_str() == topic)
    }

    fn is_about(&self, doc: DocId, topic: &str) -> bool {
        match &self.site.documents[doc].meta.topics {
            Topics::Whole(topics) => topics.iter().any(|known| known.as_str() == topic),
            _ => false,
        }
    }

    /// Clauses with the topic that are no tasks.
    fn other_clauses(&self, topic: &str) -> Value {
        let tasks = self.site.tasks.iter().map(|task| (task.plan, task.clause));
        let tasks: BTreeSet<(DocId, usize)> = tasks.collect();
        let mut found = Vec::new();
        for doc in self.site.of_kind("plan") {
            let clauses = self.site.documents[doc].facts.clauses.iter().enumerate();
            for (at, clause) in clauses {
                let topics = self.site.topics_of(doc, &clause.address);
                let mut topics = topics.iter();
                if topics.any(|known| known.as_str() == topic) && !tasks.contains(&(doc, at)) {
                    found.push(object([
                        ("plan", self.summaries[doc].clone()),
                        ("clause", clause.address.as_str().into()),
                        ("text", clause.work().into()),
                    ]));
                }
            }
        }
        found.into()
    }
}
