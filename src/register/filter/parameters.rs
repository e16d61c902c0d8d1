//! The parameters of a statement, and conditions that name them.

use crate::domain::organisation_codes::OrganisationCodes;
use crate::register::database::SqlValue;
use crate::register::dialect::OrganisationPlaces;

/// The parameters of a statement; a value that occurs again has the same number.
#[derive(Debug, Default)]
pub(in crate::register) struct Parameters(pub(super) Vec<SqlValue<'static>>);

impl Parameters {
    pub fn place(&mut self, value: impl std::fmt::Display) -> String {
        let value = SqlValue::of(value);
        let known = self.0.iter().position(|known| *known == value);
        let index = known.unwrap_or_else(|| {
            self.0.push(value);
            self.0.len() - 1
        });
        format!("${}", index + 1)
    }

    /// Their values, in order.
    pub fn values(self) -> Vec<SqlValue<'static>> {
        self.0
    }

    /// An organisation, as conditions name it.
    pub fn who(&mut self, organisation: &OrganisationCodes) -> OrganisationPlaces {
        OrganisationPlaces::new(organisation.iter().map(|code| self.place(code)))
    }

    /// The condition that a column has one of these values.
    pub fn one_of<T: std::fmt::Display>(
        &mut self,
        column: &str,
        values: impl IntoIterator<Item = T>,
    ) -> String {
        let places = values.into_iter().map(|value| self.place(value));
        let places: Vec<String> = places.collect();
        format!("{column} IN ({})", places.join(", "))
    }

    /// `comparison` with this value, when there is one.
    pub fn condition(
        &mut self,
        comparison: &str,
        value: Option<&impl std::fmt::Display>,
    ) -> Option<String> {
        Some(format!("{comparison} {}", self.place(value?)))
    }
}
