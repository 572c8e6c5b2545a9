//! What was said on a day.

/// One campaign on one day.
pub mod day {
    use sea_orm::entity::prelude::*;

    /// A row of `snapshot`.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "snapshot")]
    pub struct Model {
        /// The campaign's number.
        #[sea_orm(primary_key, auto_increment = false)]
        pub campaign: i16,
        /// The day, in days since 1970-01-01.
        #[sea_orm(primary_key, auto_increment = false)]
        pub day: i32,
        /// When it was taken, in milliseconds since 1970-01-01, UTC.
        pub taken_at: i64,
        /// All actions.
        pub actions: i64,
        /// The day whose lines hold.
        pub lines_day: i32,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// The sums of one campaign on one day.
pub mod line {
    use sea_orm::entity::prelude::*;

    /// A row of `snapshot_line`.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "snapshot_line")]
    pub struct Model {
        /// The campaign's number.
        #[sea_orm(primary_key, auto_increment = false)]
        pub campaign: i32,
        /// The day, in days since 1970-01-01.
        #[sea_orm(primary_key, auto_increment = false)]
        pub day: i32,
        /// The case's number.
        #[sea_orm(primary_key, auto_increment = false)]
        pub cases: i32,
        /// The kind's number.
        #[sea_orm(primary_key, auto_increment = false)]
        pub kind: i32,
        /// The two letters of the writers' country as a number.
        #[sea_orm(primary_key, auto_increment = false)]
        pub country: i32,
        /// The section's number, 0 for the centre.
        #[sea_orm(primary_key, auto_increment = false)]
        pub section: i32,
        /// The channel's number.
        #[sea_orm(primary_key, auto_increment = false)]
        pub channel: i32,
        /// The basis's number.
        #[sea_orm(primary_key, auto_increment = false)]
        pub basis: i32,
        /// The sum, in actions.
        pub actions: i64,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// The chains' heads on one day.
pub mod head {
    use sea_orm::entity::prelude::*;

    /// A row of `snapshot_head`.
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "snapshot_head")]
    pub struct Model {
        /// The day, in days since 1970-01-01.
        #[sea_orm(primary_key, auto_increment = false)]
        pub day: i32,
        /// Whose chain.
        #[sea_orm(primary_key, auto_increment = false)]
        pub writer: i32,
        /// Its last link.
        pub number: i32,
        /// That link's hash.
        pub hash: Vec<u8>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
