//! What the rows of a table of counts can be.

wire_enum! {
    /// What the rows of a table of counts stand for.
    By {
        /// One row a case.
        Case = "case",
        /// One row a country from which people wrote.
        Country = "country",
        /// One row a case and a country from which people wrote.
        CaseAndCountry = "case-country",
        /// One row a kind of action.
        Kind = "kind",
        /// One row a section.
        Section = "section",
        /// One row a day.
        Day = "day",
    }
}
