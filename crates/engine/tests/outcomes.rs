//! What letters did, what many signed together, and the copy that staff take of all of it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod common;

use common::{demonstration, empty_houses, houses};
use domain::{bundle, state::CaseState};
use engine::{
    Actor, EngineError,
    export::{ExportError, write_folder},
    import::read_folder,
    outcomes::Became,
};

#[tokio::test]
async fn every_edition_says_what_became_of_its_cases() {
    for house in houses().await {
        let page = house.engine.outcomes().await.unwrap();
        let editions: Vec<(u16, usize)> =
            page.editions.iter().map(|e| (e.campaign.year.unwrap(), e.fates.len())).collect();
        assert_eq!(editions, [(2024, 9), (2023, 10), (2022, 10), (2021, 10)], "{}", house.name);
        assert!(page.editions.iter().all(|edition| !edition.figures.is_empty()));
        assert!(page.editions.iter().all(|edition| edition.fates.is_sorted_by_key(engine::outcomes::Fate::became)));
        let beyond: Vec<&str> = page.beyond.iter().map(|fate| fate.card.slug.as_str()).collect();
        assert_eq!(beyond, ["azimjan-askarov"]);
        let wall: Vec<&str> = page.wall.iter().map(|card| card.slug.as_str()).collect();
        assert_eq!(wall.len(), 7, "{wall:?}");
        assert!(page.wall.is_sorted_by(|a, b| a.met.as_ref().unwrap().date >= b.met.as_ref().unwrap().date));
        assert!(page.wall.iter().all(|card| !card.mourned));
        assert!(page.mourned.iter().any(|card| card.slug.as_str() == "zineb-redouane"));
        let all = page.editions.iter().flat_map(|edition| &edition.fates);
        let rita = all.clone().find(|fate| fate.card.slug.as_str() == "rita-karasartova").unwrap();
        assert_eq!((rita.became(), rita.outcomes.len()), (Became::Changed, 3));
        for id in all.flat_map(|fate| fate.outcomes.iter().flat_map(|outcome| &outcome.sources)) {
            assert!(page.sources.contains_key(id), "{id}");
        }
    }
}

#[tokio::test]
async fn a_withdrawn_case_is_named_nowhere() {
    for house in houses().await {
        let mut bundle = demonstration();
        let rita = "rita-karasartova";
        bundle.cases.iter_mut().find(|c| c.slug.as_str() == rita).unwrap().state = CaseState::Withdrawn;
        bundle.statements[0].countries[0].people[0].case = Some(rita.parse().unwrap());
        bundle.statements[0].countries[1].demands.push("Lift the probation of Rita Karasartova.".to_owned());
        let named = bundle.statements[0].countries[0].people[0].name.clone();
        house.engine.import(&Actor::CommandLine, &bundle, false).await.unwrap();
        let outcomes = format!("{:?}", house.engine.outcomes().await.unwrap());
        assert!(!outcomes.contains("arasartova"), "{}", house.name);
        let page = house.engine.statement_page(&bundle.statements[0].slug).await.unwrap();
        assert_eq!(page.cases.iter().map(|card| card.slug.as_str()).collect::<Vec<_>>(), ["azimjan-askarov"]);
        assert!(page.statement.countries[0].people.iter().all(|person| person.name != named));
        assert!(!format!("{:?}", page.statement.countries).contains("Karasartova"));
        let export = house.engine.export(&Actor::CommandLine).await.unwrap();
        assert!(export.cases.iter().any(|case| case.slug.as_str() == rita), "staff's own copy has it");
    }
}

#[tokio::test]
async fn an_open_letter_and_a_statement_have_pages_with_their_sources() {
    for house in houses().await {
        let letters = house.engine.open_letters().await.unwrap();
        assert_eq!((letters.len(), letters[0].signed), (1, 31));
        let page = house.engine.open_letter_page(&letters[0].slug).await.unwrap();
        assert_eq!(page.sources.len(), 5, "{:?}", page.sources.keys());
        let statements = house.engine.statements().await.unwrap();
        assert_eq!((statements.len(), statements[0].signed), (1, 8));
        let page = house.engine.statement_page(&statements[0].slug).await.unwrap();
        assert_eq!((page.cases.len(), page.open_letters.len(), page.sources.len()), (2, 1, 2));
        let missing = house.engine.open_letter_page(&statements[0].slug).await;
        assert!(matches!(missing, Err(EngineError::NotFound)), "{}", house.name);
    }
}

#[tokio::test]
async fn an_export_is_the_bundle_that_was_imported() {
    for house in houses().await {
        let export = house.engine.export(&Actor::CommandLine).await.unwrap();
        assert_eq!(export, demonstration(), "{}", house.name);
        let again = house.engine.import(&Actor::CommandLine, &export, false).await.unwrap();
        assert_eq!((again.created, again.changed), (0, 0));
        assert!(matches!(house.engine.export(&Actor::Supporter).await, Err(EngineError::Denied)));
    }
}

#[tokio::test]
async fn an_empty_site_exports_an_empty_bundle_and_a_title_is_kept() {
    for house in empty_houses().await {
        let mut export = house.engine.export(&Actor::CommandLine).await.unwrap();
        assert_eq!((export.manifest.title.as_str(), export.manifest.demonstration), ("Export", false));
        assert_eq!(bundle::write(&export).unwrap().len(), 2);
        export.manifest.title = "Our own".to_owned();
        house.engine.import(&Actor::CommandLine, &export, false).await.unwrap();
        assert_eq!(house.engine.export(&Actor::CommandLine).await.unwrap(), export, "{}", house.name);
    }
}

#[test]
fn a_folder_is_written_whole_or_not_at_all() {
    let root = tempfile::tempdir().unwrap();
    let bundle = demonstration();
    let new = root.path().join("new");
    let count = write_folder(&bundle, &new).unwrap();
    assert_eq!(count, bundle::write(&bundle).unwrap().len());
    assert_eq!(read_folder(&new).unwrap(), bundle);
    let refused = write_folder(&bundle, &new).unwrap_err();
    assert!(matches!(refused, ExportError::Occupied(_)) && refused.to_string().contains("not empty"), "{refused}");

    let empty = root.path().join("empty");
    std::fs::create_dir(&empty).unwrap();
    write_folder(&bundle, &empty).unwrap();
    assert_eq!(read_folder(&empty).unwrap(), bundle);

    let file = root.path().join("file");
    std::fs::write(&file, "x").unwrap();
    assert!(write_folder(&bundle, &file).is_err());
    assert!(write_folder(&bundle, &file.join("below")).is_err());
    let mut left: Vec<_> = std::fs::read_dir(root.path()).unwrap().map(|e| e.unwrap().file_name()).collect();
    left.sort();
    assert_eq!(left, ["empty", "file", "new"], "nothing unfinished is left behind");
}
