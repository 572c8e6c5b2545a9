//! The tallies, in four grains. Each is the sum of the ledger over what it leaves out.

/// One grain: the common key, the columns it keeps beyond it, and the sum.
macro_rules! grain {
    ($(#[$meta:meta])* $module:ident, $table:literal, { $($(#[$extra_meta:meta])* $extra:ident),* }) => {
        $(#[$meta])*
        pub mod $module {
            use sea_orm::entity::prelude::*;

            /// A sum of actions by its key.
            #[sea_orm::model]
            #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
            #[sea_orm(table_name = $table)]
            pub struct Model {
                /// The campaign's number.
                #[sea_orm(primary_key, auto_increment = false)]
                pub campaign: i32,
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
                $($(#[$extra_meta])* #[sea_orm(primary_key, auto_increment = false)] pub $extra: i32,)*
                /// The sum, in actions.
                pub actions: i64,
            }

            impl ActiveModelBehavior for ActiveModel {}
        }
    };
}

grain!(
    /// The full key.
    full, "tally", {
        /// The group's number, 0 for none.
        grp,
        /// Days since 1970-01-01.
        occurred_on
    }
);
grain!(
    /// Without group and day: what public totals read.
    total, "tally_total", {}
);
grain!(
    /// By day, without group.
    day, "tally_day", {
        /// Days since 1970-01-01.
        occurred_on
    }
);
grain!(
    /// By group, without day.
    group, "tally_group", {
        /// The group's number, 0 for none.
        grp
    }
);
