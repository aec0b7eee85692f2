//! `import` and `from … import`.

use super::names::Names;
use super::value::{Value, What};
use super::{PathId, UseKind};
use ruff_python_ast::{Alias, StmtImportFrom};

impl<'a> Names<'a> {
    pub(super) fn import(&mut self, alias: &'a Alias) {
        let name = alias.name.as_str();
        let module = self.uses.paths.module(name);
        self.record(UseKind::Import, &Value::path(module), alias);
        let guard = self.import_guard(module);
        let (bound, path) = match &alias.asname {
            Some(bound) => (bound.as_str(), module),
            None => {
                let top = name.split('.').next().unwrap_or(name);
                (top, self.uses.paths.module(top))
            }
        };
        self.scopes
            .bind(bound, Value::guarded(What::Path(path), guard));
    }

    /// The guard of a name whose import may fail: where the name is used, the import has
    /// worked.
    fn import_guard(&self, path: PathId) -> Option<PathId> {
        self.flow.caught.import.then_some(path)
    }

    pub(super) fn import_from(&mut self, node: &'a StmtImportFrom) {
        let module = node.module.as_ref().map_or("", |module| module.as_str());
        if node.level > 0 {
            for alias in &node.names {
                let bound = alias.asname.as_ref().unwrap_or(&alias.name);
                self.scopes.bind(bound.as_str(), Value::unknown());
            }
            return;
        }
        let path = self.uses.paths.module(module);
        self.record(UseKind::Import, &Value::path(path), node);
        for alias in &node.names {
            let name = alias.name.as_str();
            if name == "*" {
                self.scopes.import_star();
                continue;
            }
            self.has_future_annotations |= module == "__future__" && name == "annotations";
            let target = self.uses.paths.attribute(path, name);
            self.record(UseKind::FromImport, &Value::path(target), alias);
            let guard = self.import_guard(target);
            let bound = alias.asname.as_ref().unwrap_or(&alias.name);
            self.scopes
                .bind(bound.as_str(), Value::guarded(What::Path(target), guard));
        }
    }
}
