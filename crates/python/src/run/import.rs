//! Imports: among the modules of the text they are followed, a module that is
//! still running being seen as far as it has come; modules from elsewhere are
//! taken to be there. The entry points are [`Run::import`] and
//! [`Run::import_from`].

use super::{
    CALL_LIMIT, ModuleState, Place, Run, eval::Evaluated, library, r#raise::Raise, value::Value,
};
use ruff_python_ast::{StmtImport, StmtImportFrom};
use ruff_text_size::Ranged;

/// A module as an import finds it.
#[derive(Debug, Clone)]
enum Imported {
    Here(usize),
    Elsewhere(String),
}

impl<'a> Run<'a> {
    /// Runs a module from its beginning.
    pub(super) fn start_module(&mut self, index: usize) -> Result<(), Raise> {
        let (Some(unit), Some(scope)) = (
            self.units.get(index).copied(),
            self.module_scopes.get(index).copied(),
        ) else {
            return Ok(());
        };
        self.set_state(index, ModuleState::Running);
        let place = Place {
            module: index,
            scope,
        };
        let result = self.block(&unit.tree.body, place).map(drop);
        self.set_state(
            index,
            match &result {
                Ok(()) => ModuleState::Done,
                Err(raised) => ModuleState::Failed(raised.clone()),
            },
        );
        result
    }

    fn set_state(&mut self, index: usize, state: ModuleState) {
        if let Some(slot) = self.states.get_mut(index) {
            *slot = state;
        }
    }

    pub(super) fn import(&mut self, node: &'a StmtImport, place: Place) -> Result<(), Raise> {
        for alias in &node.names {
            let path = alias.name.as_str();
            // Since 3.15 a lazy import is made when its name is first used.
            if node.is_lazy {
                let name = alias.asname.as_ref().unwrap_or(&alias.name).as_str();
                let first = name.split('.').next().unwrap_or(name);
                let value = self.lazy(first);
                self.scopes.bind(place.scope, first, Some(value));
                continue;
            }
            let imported = self
                .import_path(path)
                .map_err(|raised| self.placed(raised, node, place))?;
            let first = path.split('.').next().unwrap_or(path);
            let (name, value) = match &alias.asname {
                Some(name) => (name.as_str(), self.module_value(imported)),
                None => (first, self.module_value(self.find_module(first))),
            };
            self.scopes.bind(place.scope, name, Some(value));
        }
        Ok(())
    }

    pub(super) fn import_from(
        &mut self,
        node: &'a StmtImportFrom,
        place: Place,
    ) -> Result<(), Raise> {
        let path = self.absolute(node, place);
        if path == "__future__" {
            return Ok(());
        }
        if node.is_lazy {
            for alias in &node.names {
                let name = alias.asname.as_ref().unwrap_or(&alias.name).as_str();
                let value = self.lazy(name);
                self.scopes.bind(place.scope, name, Some(value));
            }
            return Ok(());
        }
        let imported = self
            .import_path(&path)
            .map_err(|raised| self.placed(raised, node, place))?;
        for alias in &node.names {
            let name = alias.name.as_str();
            if name == "*" {
                self.import_star(&imported, place);
                continue;
            }
            let value = self
                .imported_name(&imported, &path, name)
                .map_err(|raised| self.placed(raised, &alias.range(), place))?;
            let bound = alias.asname.as_ref().unwrap_or(&alias.name).as_str();
            self.scopes.bind(place.scope, bound, Some(value));
        }
        Ok(())
    }

    fn lazy(&self, name: &str) -> Value<'a> {
        Value::unknown(format!(
            "`{name}` is imported lazily, when it is first used; what happens then is not followed."
        ))
    }

    fn absolute(&self, node: &StmtImportFrom, place: Place) -> String {
        let module = node.module.as_ref().map_or("", |module| module.as_str());
        if node.level == 0 {
            return module.to_owned();
        }
        let own = self.units.get(place.module).map(|unit| &*unit.module.name);
        let mut parts: Vec<&str> = own.unwrap_or_default().split('.').collect();
        // A package's own name is the base of its first dot.
        let is_package = self.units.get(place.module).is_some_and(|unit| {
            let inside = format!("{}.", unit.module.name);
            self.units
                .iter()
                .any(|other| other.module.name.starts_with(&inside))
        });
        let up = (node.level as usize).saturating_sub(usize::from(is_package));
        parts.truncate(parts.len().saturating_sub(up));
        if !module.is_empty() {
            parts.push(module);
        }
        parts.join(".")
    }

    fn find_module(&self, path: &str) -> Imported {
        match self.units.iter().position(|unit| unit.module.name == path) {
            Some(index) => Imported::Here(index),
            None => Imported::Elsewhere(path.to_owned()),
        }
    }

    fn module_value(&self, imported: Imported) -> Value<'a> {
        match imported {
            Imported::Here(index) => Value::Module(index),
            Imported::Elsewhere(path) => Value::Outside(path.into()),
        }
    }

    /// Imports a dotted path, package by package.
    fn import_path(&mut self, path: &str) -> Result<Imported, Raise> {
        let mut imported = self.find_module(path);
        for (end, _) in path.match_indices('.').chain([(path.len(), "")]) {
            let Some(part) = path.get(..end) else {
                continue;
            };
            imported = self.find_module(part);
            match &imported {
                Imported::Here(index) => self.load_module(*index)?,
                Imported::Elsewhere(part) => {
                    self.unseen |= !library::is_surely_there(part);
                    if !library::is_standard(part) {
                        self.limits.insert(format!(
                            "`{}` is no part of this text; it is taken to be installed.",
                            part.split('.').next().unwrap_or(part)
                        ));
                    }

                    let top = part.split('.').next().unwrap_or(part);
                    let is_ours = matches!(self.find_module(top), Imported::Here(_));
                    if (is_ours && top != part) || !library::has_module(part, self.series) {
                        let missing = if is_ours { part } else { top };
                        return Err(Raise::new(
                            "ModuleNotFoundError",
                            format!("No module named '{missing}'"),
                        ));
                    }
                }
            }
        }
        Ok(imported)
    }

    fn load_module(&mut self, index: usize) -> Result<(), Raise> {
        match self.states.get(index) {
            Some(ModuleState::NotStarted) => {}
            Some(ModuleState::Failed(raised)) => return Err(raised.clone()),
            _ => return Ok(()),
        }
        if self.calls >= CALL_LIMIT {
            self.limits
                .insert("Imports nest too deeply to be followed to their end.".to_owned());
            return Ok(());
        }
        self.calls += 1;
        let result = self.start_module(index);
        self.calls -= 1;
        result
    }

    /// An attribute of a module of the text.
    pub(super) fn module_attribute(&mut self, index: usize, name: &str) -> Evaluated<'a> {
        if let Some(value) = self.module_name(index, name) {
            return Ok(value);
        }
        let module = self.units.get(index).map(|unit| &*unit.module.name);
        let module = module.unwrap_or_default();
        let message = if self.is_running(index) {
            format!(
                "partially initialized module '{module}' has no attribute '{name}' \
                 (most likely due to a circular import)"
            )
        } else {
            format!("module '{module}' has no attribute '{name}'")
        };
        Err(Raise::new("AttributeError", message))
    }

    fn is_running(&self, index: usize) -> bool {
        matches!(self.states.get(index), Some(ModuleState::Running))
    }

    /// A name in a module of the text, or a module below it that has been
    /// imported.
    fn module_name(&self, index: usize, name: &str) -> Option<Value<'a>> {
        let scope = self.module_scopes.get(index).copied()?;
        if let Some(binding) = self.scopes.own(scope, name) {
            return Some(binding.value.clone());
        }
        let unit = self.units.get(index)?;
        let below = format!("{}.{name}", unit.module.name);
        match self.find_module(&below) {
            Imported::Here(index)
                if !matches!(self.states.get(index), Some(ModuleState::NotStarted)) =>
            {
                return Some(Value::Module(index));
            }
            _ => {}
        }
        let unseen =
            self.scopes.has_star(scope) || (name.starts_with("__") && name.ends_with("__"));
        unseen.then(|| {
            Value::unknown(format!(
                "It depends on what `{name}` of `{}` is.",
                unit.module.name
            ))
        })
    }

    fn imported_name(&mut self, imported: &Imported, path: &str, name: &str) -> Evaluated<'a> {
        match imported {
            Imported::Here(index) => {
                let below = format!("{path}.{name}");
                if let Some(value) = self.module_name(*index, name) {
                    return Ok(value);
                }
                if let Imported::Here(below) = self.find_module(&below) {
                    self.load_module(below)?;
                    return Ok(Value::Module(below));
                }
                let message = if self.is_running(*index) {
                    format!(
                        "cannot import name '{name}' from partially initialized module '{path}' \
                         (most likely due to a circular import)"
                    )
                } else {
                    format!("cannot import name '{name}' from '{path}'")
                };
                Err(Raise::new("ImportError", message))
            }
            Imported::Elsewhere(_) if !library::has_name(path, name, self.series) => {
                Err(Raise::new(
                    "ImportError",
                    format!("cannot import name '{name}' from '{path}'"),
                ))
            }
            Imported::Elsewhere(_) if path == "typing" => Ok(library::typing(name)),
            Imported::Elsewhere(_) => Ok(Value::Outside(format!("{path}.{name}").into())),
        }
    }

    fn import_star(&mut self, imported: &Imported, place: Place) {
        let scope = match imported {
            Imported::Here(index) => self.module_scopes.get(*index).copied(),
            Imported::Elsewhere(_) => None,
        };
        match scope {
            Some(scope) => {
                for (name, binding) in self.scopes.all(scope) {
                    if !name.starts_with('_') {
                        self.scopes.bind(place.scope, name, Some(binding.value));
                    }
                }
            }
            None => {
                self.scopes.set_star(place.scope);
                self.limits.insert(
                    "A star import binds names that cannot be seen here; whether a name is \
                     missing cannot be known."
                        .to_owned(),
                );
            }
        }
    }
}
