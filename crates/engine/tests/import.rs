//! Import: all or nothing, again without doubling, never over the hands of staff.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod common;

use common::{demonstration, empty_houses, houses};
use engine::{Actor, EngineError, import::Report};
use sea_orm::ConnectionTrait;

#[tokio::test]
async fn the_demonstration_is_imported_and_again_changes_nothing() {
    for house in empty_houses().await {
        let bundle = demonstration();
        let records = bundle.sources.len()
            + bundle.targets.len()
            + bundle.cases.len()
            + bundle.campaigns.len()
            + bundle.open_letters.len()
            + bundle.statements.len();
        let first = house.engine.import(&Actor::CommandLine, &bundle, false).await.unwrap();
        assert_eq!(first, Report { created: records, changed: 0, unchanged: 0 }, "{}", house.name);
        let again = house.engine.import(&Actor::CommandLine, &bundle, false).await.unwrap();
        assert_eq!(again, Report { created: 0, changed: 0, unchanged: records }, "{}", house.name);
        assert!(house.engine.demonstration().await.unwrap().unwrap().demonstration);
        assert_eq!(house.engine.cases().await.unwrap().len(), 40);
    }
}

#[tokio::test]
async fn what_changed_is_changed_and_left_in_the_trail() {
    for house in houses().await {
        let mut bundle = demonstration();
        bundle.cases.iter_mut().find(|c| c.slug.as_str() == "rita-karasartova").unwrap().summary = "Shorter.".into();
        let report = house.engine.import(&Actor::CommandLine, &bundle, false).await.unwrap();
        assert_eq!((report.created, report.changed), (0, 1));
        let page = house.engine.case_page(&"rita-karasartova".parse().unwrap()).await.unwrap();
        assert_eq!(page.case.summary, "Shorter.");
        let trail = storage::audits::about(&house.database.db, "case:rita-karasartova").await.unwrap();
        let deeds: Vec<(&str, &str)> = trail.iter().map(|e| (e.actor.as_str(), e.deed.as_str())).collect();
        assert_eq!(deeds, [("setup", "import-create"), ("command-line", "import-change")], "{}", house.name);
    }
}

#[tokio::test]
async fn a_record_that_staff_edited_stops_the_whole_import_without_force() {
    for house in houses().await {
        let edit = "UPDATE cases SET edited_at = updated_at WHERE slug = 'zineb-redouane'";
        house.database.db.execute_unprepared(edit).await.unwrap();
        let mut bundle = demonstration();
        for case in &mut bundle.cases {
            case.summary = "From the file.".into();
        }
        let refused = house.engine.import(&Actor::CommandLine, &bundle, false).await;
        assert!(matches!(&refused, Err(EngineError::Edited(what)) if what == "case:zineb-redouane"), "{refused:?}");
        let ahmed = house.engine.case_page(&"ahmed-mansoor".parse().unwrap()).await.unwrap();
        assert_ne!(ahmed.case.summary, "From the file.", "{}: nothing of it happened", house.name);
        let forced = house.engine.import(&Actor::CommandLine, &bundle, true).await.unwrap();
        assert_eq!(forced.changed, 40);
    }
}

#[tokio::test]
async fn a_supporter_cannot_import() {
    let house = empty_houses().await.remove(0);
    let refused = house.engine.import(&Actor::Supporter, &demonstration(), true).await;
    assert!(matches!(refused, Err(EngineError::Denied)));
    assert!(house.engine.campaigns().await.unwrap().is_empty());
}
