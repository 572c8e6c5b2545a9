//! Many actions from a file: once each, whatever the file repeats.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod common;

use common::{House, NOW, houses, letter_for_rita};
use domain::action::NewAction;
use engine::{
    Actor, EngineError,
    import_actions::{Import, ImportError, Portion},
};

async fn begin(house: &House) -> Import {
    house.engine.begin_import(&Actor::CommandLine, 0).await.unwrap()
}

async fn count(
    house: &House,
    import: &mut Import,
    actions: impl IntoIterator<Item = NewAction>,
) -> Result<Portion, ImportError> {
    let rules = house.engine.rules().await.unwrap();
    import.count(actions.into_iter().map(|action| rules.check(&action).unwrap()).collect()).await
}

fn letters(from: u64, to: u64) -> impl Iterator<Item = NewAction> {
    (from..to).map(letter_for_rita)
}

async fn total(house: &House) -> i64 {
    assert!(house.engine.verify(&Actor::CommandLine).await.unwrap().is_sound(), "{}", house.name);
    house.engine.totals(&"open-cases".parse().unwrap()).await.unwrap().actions
}

#[tokio::test]
async fn what_is_there_already_counts_nothing_again() {
    for house in houses().await {
        let mut import = begin(&house).await;
        house.engine.record_action(&letter_for_rita(3)).await.unwrap();
        let portions = [(0, 1_000, 999), (0, 1_000, 0), (500, 1_500, 500), (1_500, 2_000, 500)];
        for (from, to, new) in portions {
            let portion = count(&house, &mut import, letters(from, to)).await.unwrap();
            assert_eq!((portion.new, portion.repeats), (new, to - from - new), "{}: {from} to {to}", house.name);
        }
        let twice = letters(2_000, 2_010).chain(letters(2_005, 2_010)).chain(letters(0, 5));
        let portion = count(&house, &mut import, twice).await.unwrap();
        assert_eq!((portion.new, portion.repeats), (10, 10), "{}", house.name);
        assert_eq!(total(&house).await, 2_010, "{}", house.name);
    }
}

#[tokio::test]
async fn an_id_with_other_fields_counts_nothing_of_its_portion() {
    for house in houses().await {
        let mut import = begin(&house).await;
        count(&house, &mut import, letters(0, 10)).await.unwrap();
        let card = |n| NewAction { kind: "card".into(), ..letter_for_rita(n) };
        for wrong in [vec![letter_for_rita(20), card(4)], vec![letter_for_rita(21), card(22), letter_for_rita(22)]] {
            assert!(matches!(count(&house, &mut import, wrong).await, Err(ImportError::Twice(_))), "{}", house.name);
        }
        assert_eq!(total(&house).await, 10, "{}", house.name);
        assert_eq!(count(&house, &mut import, letters(20, 23)).await.unwrap().new, 3, "it goes on afterwards");
    }
}

#[tokio::test]
async fn an_id_counts_in_one_campaign_only() {
    for house in houses().await {
        let db = &house.database.db;
        let stored = storage::campaigns::by_slug(db, &"open-cases".parse().unwrap()).await.unwrap().unwrap();
        let second = domain::campaign::Campaign { slug: "second".parse().unwrap(), ..stored.campaign };
        let number = storage::campaigns::next_number(db).await.unwrap();
        storage::campaigns::put(db, &second, number, NOW).await.unwrap();
        let in_second = |n| NewAction { campaign: "second".into(), ..letter_for_rita(n) };
        let mut import = begin(&house).await;
        count(&house, &mut import, letters(0, 5)).await.unwrap();
        // in one portion, in a later one, and in another run: each time it is found
        for wrong in [vec![in_second(7), letter_for_rita(7)], vec![in_second(3)]] {
            assert!(matches!(count(&house, &mut import, wrong).await, Err(ImportError::Twice(_))), "{}", house.name);
        }
        let later = count(&house, &mut begin(&house).await, [in_second(2)]).await;
        assert!(matches!(later, Err(ImportError::Twice(_))), "{}", house.name);
        assert_eq!(count(&house, &mut import, [in_second(8)]).await.unwrap().new, 1);
        assert_eq!(total(&house).await, 5, "{}", house.name);
    }
}

#[tokio::test]
async fn only_the_command_line_imports() {
    for house in houses().await {
        assert!(matches!(house.engine.begin_import(&Actor::Supporter, 1).await, Err(EngineError::Denied)));
    }
}
