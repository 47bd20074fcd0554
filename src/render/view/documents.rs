//! The page of documents that plans cite: what each is, which plans rest on it, and where they cite it.

use tera::{Map, Value};

use super::View;
use super::value::{map, object};
use crate::data::CitedDocument;
use crate::resolve::link;
use crate::site::DocId;

impl View<'_> {
    /// The documents in the order of their table.
    pub(super) fn documents(&self, mut page: Map) -> Map {
        let rows = self.site.data.documents.iter().enumerate();
        let rows = rows.map(|(row, cited)| self.cited(row, cited));
        page.insert("documents".into(), rows.collect::<Vec<_>>().into());
        page
    }

    fn cited(&self, row: usize, cited: &CitedDocument) -> Value {
        let mut fields = map(cited);
        let link = cited.link.as_ref();
        let link = link.and_then(|link| link::resolve(self.site, 0, link).ok());
        let link = link.map(|target| link::href(self.site, &target, ".."));
        fields.insert("link".into(), link.into());
        fields.insert("plan".into(), self.one(self.site.plan_of(row)));
        let citing = self.site.citing(row).into_iter();
        let citing = citing.map(|plan| self.citing_plan(row, plan));
        fields.insert("cited_by".into(), citing.collect::<Vec<_>>().into());
        fields.into()
    }

    fn citing_plan(&self, row: usize, plan: DocId) -> Value {
        let mut basis = self.site.legal_basis(plan).iter();
        let is_basis = basis.any(|basis| self.site.basis_row(basis) == Some(row));
        let document = &self.site.documents[plan];
        let mut clauses: Vec<&str> = Vec::new();
        for citation in &document.facts.citations {
            let here = self.site.cited_by(citation) == Some(row);
            if let Some(clause) = citation.clause.as_deref().filter(|_| here)
                && !clauses.contains(&clause)
            {
                clauses.push(clause);
            }
        }
        let by_name = self.site.data.documents[row].cited_in.iter();
        let by_name = by_name.filter(|point| point.plan.as_str() == document.id());
        clauses.extend(by_name.map(|point| point.clause.as_str()));
        object([
            ("plan", self.summaries[plan].clone()),
            ("is_basis", is_basis.into()),
            (
                "in_recipients",
                self.site.is_in_recipients(row, plan).into(),
            ),
            (
                "clauses",
                clauses
                    .into_iter()
                    .map(Value::from)
                    .collect::<Vec<_>>()
                    .into(),
            ),
        ])
    }
}
