//! What storage promises about accounts and sessions, on SQLite and on PostgreSQL alike.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

#[path = "common/databases.rs"]
mod databases;

use databases::databases;
use domain::{
    section::Section,
    staff::{AccountState, Role},
};
use sea_orm::{EntityTrait, QuerySelect};
use storage::{
    StorageError,
    accounts::{self, Account},
    entity::{account, invitation, session, sign_in_try},
    sessions::{self, Session},
};
use time::{Duration, OffsetDateTime, macros::datetime};
use uuid::Uuid;

const NOW: OffsetDateTime = datetime!(2026-11-23 12:00 UTC);

fn anna(id: u128) -> Account {
    Account {
        id: Uuid::from_u128(id),
        login: format!("anna{id}@example.org"),
        name: "Anna Berg".into(),
        section: Section::CENTRE,
        role: Role::Counter,
        state: AccountState::Invited,
        password: None,
        created_at: NOW,
        disabled_at: None,
    }
}

fn session_of(account: u128) -> Session {
    Session { account: Uuid::from_u128(account), created_at: NOW, expires_at: NOW + Duration::days(7), used_at: NOW }
}

#[tokio::test]
async fn the_tables_fit_their_entities() {
    for each in databases().await {
        let db = &each.db;
        assert!(account::Entity::find().limit(1).all(db).await.unwrap().is_empty());
        assert!(invitation::Entity::find().limit(1).all(db).await.unwrap().is_empty());
        assert!(session::Entity::find().limit(1).all(db).await.unwrap().is_empty());
        assert!(sign_in_try::Entity::find().limit(1).all(db).await.unwrap().is_empty());
    }
}

#[tokio::test]
async fn an_account_comes_back_as_it_was_written_and_its_login_is_its_own() {
    for each in databases().await {
        let db = &each.db;
        accounts::add(db, &anna(1)).await.unwrap();
        let twin = Account { id: Uuid::from_u128(2), ..anna(1) };
        assert!(matches!(accounts::add(db, &twin).await, Err(StorageError::Conflict)), "{}", each.name);
        let changed = Account {
            state: AccountState::Disabled,
            password: Some("$argon2id$".into()),
            section: "de".parse().unwrap(),
            disabled_at: Some(NOW),
            ..anna(1)
        };
        accounts::change(db, &changed).await.unwrap();
        let login = "ANNA1@example.org".parse().unwrap();
        assert!(accounts::by_login(db, &login).await.unwrap().unwrap() == changed, "{}", each.name);
        assert!(accounts::by_id(db, Uuid::from_u128(1)).await.unwrap().unwrap() == changed);
        assert!(accounts::by_id(db, Uuid::from_u128(9)).await.unwrap().is_none());
    }
}

#[tokio::test]
async fn a_new_link_takes_the_place_of_the_one_before_and_is_used_once() {
    for each in databases().await {
        let db = &each.db;
        accounts::add(db, &anna(1)).await.unwrap();
        let (id, until) = (Uuid::from_u128(1), NOW + Duration::days(3));
        accounts::invite(db, id, b"first", NOW, until).await.unwrap();
        accounts::invite(db, id, b"second", NOW, until).await.unwrap();
        assert_eq!(accounts::invited(db, b"first").await.unwrap(), None, "{}", each.name);
        assert_eq!(accounts::invited(db, b"second").await.unwrap(), Some((id, until)));
        assert_eq!(accounts::forget_invitations(db, id).await.unwrap(), 1);
        assert_eq!(accounts::forget_invitations(db, id).await.unwrap(), 0);
    }
}

#[tokio::test]
async fn sessions_end_one_by_one_all_at_once_and_by_themselves() {
    for each in databases().await {
        let db = &each.db;
        for n in [1, 2] {
            accounts::add(db, &anna(n)).await.unwrap();
        }
        for (token, owner) in [(b"a", 1), (b"b", 1), (b"c", 1), (b"d", 2)] {
            sessions::add(db, token, &session_of(owner)).await.unwrap();
        }
        let later = NOW + Duration::hours(1);
        sessions::used(db, b"a", later).await.unwrap();
        let (kept, owner) = sessions::by_token(db, b"a").await.unwrap().unwrap();
        assert!(kept == Session { used_at: later, ..session_of(1) } && owner == anna(1), "{}", each.name);
        sessions::end(db, b"a").await.unwrap();
        assert!(sessions::by_token(db, b"a").await.unwrap().is_none());
        assert_eq!(sessions::end_all(db, Uuid::from_u128(1)).await.unwrap(), 2);
        assert!(sessions::by_token(db, b"d").await.unwrap().is_some());
        sessions::tidy(db, NOW + Duration::days(8), NOW).await.unwrap();
        assert!(sessions::by_token(db, b"d").await.unwrap().is_none());
    }
}

#[tokio::test]
async fn tries_are_counted_by_login_and_forgotten() {
    for each in databases().await {
        let db = &each.db;
        assert_eq!(sessions::tries(db, b"x").await.unwrap(), None);
        for seconds in 0..3 {
            let at = NOW + Duration::seconds(seconds);
            sessions::tried(db, b"x", at).await.unwrap();
            sessions::tried_at(db, b"x", at).await.unwrap();
        }
        sessions::tried(db, b"y", NOW).await.unwrap();
        assert_eq!(sessions::tries(db, b"x").await.unwrap(), Some((3, NOW + Duration::seconds(2))), "{}", each.name);
        sessions::forget_tries(db, b"x").await.unwrap();
        assert_eq!(sessions::tries(db, b"x").await.unwrap(), None);
        sessions::tidy(db, NOW, NOW + Duration::seconds(1)).await.unwrap();
        assert_eq!(sessions::tries(db, b"y").await.unwrap(), None);
    }
}
