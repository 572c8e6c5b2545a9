//! The database schema of Pillarbox, append-only: a migration that has been released is never edited.
//!
//! Each runs in one transaction on both databases, and each can be taken back.

use sea_orm_migration::prelude::*;

mod m0001_content;
mod m0002_ledger;
mod m0003_joint;
mod m0004_ledger;
mod m0005_staff;
mod m0006_groups;
mod m0007_groups_watched;
mod m0009_tally_place;
mod m0010_days;
mod m0011_senders;
mod m0012_people_and_sections;

/// All migrations, in order.
#[derive(Debug)]
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m0001_content::Migration),
            Box::new(m0002_ledger::Migration),
            Box::new(m0003_joint::Migration),
            Box::new(m0004_ledger::Migration),
            Box::new(m0005_staff::Migration),
            Box::new(m0006_groups::Migration),
            Box::new(m0007_groups_watched::Migration),
            Box::new(m0009_tally_place::Migration),
            Box::new(m0010_days::Migration),
            Box::new(m0011_senders::Migration),
            Box::new(m0012_people_and_sections::Migration),
        ]
    }
}
