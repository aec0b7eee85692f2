//! Runs imports. Modules of the source are run when they are first imported, and an import
//! of a module that is still running sees the names that it has bound so far. Modules that
//! are not in the source are assumed to be installed. The entry points are [`Interpreter::import`]
//! and [`Interpreter::import_from`].

use super::{
    CALL_LIMIT, Frame, Interpreter, ModuleState, eval::Evaluated, exception::Exception, library,
    value::Value,
};
use ruff_python_ast::{StmtImport, StmtImportFrom};
use ruff_text_size::Ranged;

/// An imported module.
#[derive(Debug, Clone)]
enum Imported {
    /// A module of the source, by its index.
    Internal(usize),
    /// Another module, by its dotted name.
    External(String),
}

impl<'a> Interpreter<'a> {
    /// Runs a module.
    pub(super) fn start_module(&mut self, index: usize) -> Result<(), Exception> {
        let (Some(unit), Some(scope)) = (
            self.units.get(index).copied(),
            self.module_scopes.get(index).copied(),
        ) else {
            return Ok(());
        };
        self.set_state(index, ModuleState::Running);
        let frame = Frame {
            module: index,
            scope,
        };
        let result = self.block(&unit.tree.body, frame).map(drop);
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

    pub(super) fn import(&mut self, node: &'a StmtImport, frame: Frame) -> Result<(), Exception> {
        for alias in &node.names {
            let path = alias.name.as_str();
            // A lazy import (since 3.15) loads the module when the name is first used.
            if node.is_lazy {
                let name = alias.asname.as_ref().unwrap_or(&alias.name).as_str();
                let first = name.split('.').next().unwrap_or(name);
                let value = self.lazy(first);
                self.scopes.bind(frame.scope, first, Some(value));
                continue;
            }
            let imported = self
                .import_path(path)
                .map_err(|raised| self.with_position(raised, node, frame))?;
            let first = path.split('.').next().unwrap_or(path);
            let (name, value) = match &alias.asname {
                Some(name) => (name.as_str(), self.module_value(imported)),
                None => (first, self.module_value(self.find_module(first))),
            };
            self.scopes.bind(frame.scope, name, Some(value));
        }
        Ok(())
    }

    pub(super) fn import_from(
        &mut self,
        node: &'a StmtImportFrom,
        frame: Frame,
    ) -> Result<(), Exception> {
        let path = self.absolute(node, frame);
        if path == "__future__" {
            return Ok(());
        }
        if node.is_lazy {
            for alias in &node.names {
                let name = alias.asname.as_ref().unwrap_or(&alias.name).as_str();
                let value = self.lazy(name);
                self.scopes.bind(frame.scope, name, Some(value));
            }
            return Ok(());
        }
        let imported = self
            .import_path(&path)
            .map_err(|raised| self.with_position(raised, node, frame))?;
        for alias in &node.names {
            let name = alias.name.as_str();
            if name == "*" {
                self.import_star(&imported, frame);
                continue;
            }
            let value = self
                .imported_name(&imported, &path, name)
                .map_err(|raised| self.with_position(raised, &alias.range(), frame))?;
            let bound = alias.asname.as_ref().unwrap_or(&alias.name).as_str();
            self.scopes.bind(frame.scope, bound, Some(value));
        }
        Ok(())
    }

    fn lazy(&self, name: &str) -> Value<'a> {
        Value::unknown(format!(
            "`{name}` is imported lazily, when it is first used, which is not analysed."
        ))
    }

    /// The absolute name of the module in a `from` import.
    fn absolute(&self, node: &StmtImportFrom, frame: Frame) -> String {
        let module = node.module.as_ref().map_or("", |module| module.as_str());
        if node.level == 0 {
            return module.to_owned();
        }
        let own = self.units.get(frame.module).map(|unit| &*unit.module.name);
        let mut parts: Vec<&str> = own.unwrap_or_default().split('.').collect();
        // In a package, the first dot is the package itself, else the parent.
        let is_package = self.units.get(frame.module).is_some_and(|unit| {
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
            Some(index) => Imported::Internal(index),
            None => Imported::External(path.to_owned()),
        }
    }

    fn module_value(&self, imported: Imported) -> Value<'a> {
        match imported {
            Imported::Internal(index) => Value::Module(index),
            Imported::External(path) => Value::External(path.into()),
        }
    }

    /// Imports a module with a dotted name, package by package.
    fn import_path(&mut self, path: &str) -> Result<Imported, Exception> {
        let mut imported = self.find_module(path);
        for (end, _) in path.match_indices('.').chain([(path.len(), "")]) {
            let Some(part) = path.get(..end) else {
                continue;
            };
            imported = self.find_module(part);
            match &imported {
                Imported::Internal(index) => self.load_module(*index)?,
                Imported::External(part) => {
                    self.unknown_code_ran |= !library::is_certain(part);
                    if !library::is_standard(part) {
                        self.limits.insert(format!(
                            "`{}` is not in this code; it is assumed to be installed.",
                            part.split('.').next().unwrap_or(part)
                        ));
                    }

                    let top = part.split('.').next().unwrap_or(part);
                    let is_ours = matches!(self.find_module(top), Imported::Internal(_));
                    if (is_ours && top != part) || !library::has_module(part, self.series) {
                        let missing = if is_ours { part } else { top };
                        return Err(Exception::new(
                            "ModuleNotFoundError",
                            format!("No module named '{missing}'"),
                        ));
                    }
                }
            }
        }
        Ok(imported)
    }

    fn load_module(&mut self, index: usize) -> Result<(), Exception> {
        match self.states.get(index) {
            Some(ModuleState::NotStarted) => {}
            Some(ModuleState::Failed(raised)) => return Err(raised.clone()),
            _ => return Ok(()),
        }
        if self.calls >= CALL_LIMIT {
            self.limits
                .insert("Imports nest too deeply to be analysed completely.".to_owned());
            return Ok(());
        }
        self.calls += 1;
        let result = self.start_module(index);
        self.calls -= 1;
        result
    }

    /// An attribute of a module of the source.
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
        Err(Exception::new("AttributeError", message))
    }

    fn is_running(&self, index: usize) -> bool {
        matches!(self.states.get(index), Some(ModuleState::Running))
    }

    /// A name in a module of the source, or a submodule of it that has been imported.
    fn module_name(&self, index: usize, name: &str) -> Option<Value<'a>> {
        let scope = self.module_scopes.get(index).copied()?;
        if let Some(binding) = self.scopes.get(scope, name) {
            return Some(binding.value.clone());
        }
        let unit = self.units.get(index)?;
        let below = format!("{}.{name}", unit.module.name);
        match self.find_module(&below) {
            Imported::Internal(index)
                if !matches!(self.states.get(index), Some(ModuleState::NotStarted)) =>
            {
                return Some(Value::Module(index));
            }
            _ => {}
        }
        let unknown_code_ran =
            self.scopes.has_star(scope) || (name.starts_with("__") && name.ends_with("__"));
        unknown_code_ran
            .then(|| Value::unknown(format!("It depends on `{}.{name}`.", unit.module.name)))
    }

    fn imported_name(&mut self, imported: &Imported, path: &str, name: &str) -> Evaluated<'a> {
        match imported {
            Imported::Internal(index) => {
                let below = format!("{path}.{name}");
                if let Some(value) = self.module_name(*index, name) {
                    return Ok(value);
                }
                if let Imported::Internal(below) = self.find_module(&below) {
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
                Err(Exception::new("ImportError", message))
            }
            Imported::External(_) if !library::has_name(path, name, self.series) => {
                Err(Exception::new(
                    "ImportError",
                    format!("cannot import name '{name}' from '{path}'"),
                ))
            }
            Imported::External(_) if path == "typing" => Ok(library::typing_name(name)),
            Imported::External(_) => Ok(Value::External(format!("{path}.{name}").into())),
        }
    }

    fn import_star(&mut self, imported: &Imported, frame: Frame) {
        let scope = match imported {
            Imported::Internal(index) => self.module_scopes.get(*index).copied(),
            Imported::External(_) => None,
        };
        match scope {
            Some(scope) => {
                for (name, binding) in self.scopes.names_in(scope) {
                    if !name.starts_with('_') {
                        self.scopes.bind(frame.scope, name, Some(binding.value));
                    }
                }
            }
            None => {
                self.scopes.set_star(frame.scope);
                self.limits.insert(
                    "A star import binds names that cannot be seen here, so it is not known \
                     which names are missing."
                        .to_owned(),
                );
            }
        }
    }
}
