//! Accounts, links, sessions: who gets in, how long, and who does not.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod common;

use common::{House, NOW, empty_houses};
use domain::{
    field::Rule,
    section::Section,
    staff::{Login, Role},
};
use engine::{
    Actor, EngineError,
    accounts::{LINK_LASTS, NewAccount},
    sessions::{LASTS, LASTS_UNUSED, SignedIn},
};
use time::Duration;

const PASSWORD: &str = "a stamp, a pen, a name";

fn anna() -> Login {
    "anna@example.org".parse().unwrap()
}

fn account(role: Role) -> NewAccount {
    NewAccount { login: anna(), name: "Anna Berg".into(), section: Section::CENTRE, role }
}

async fn link(house: &House) -> String {
    house.engine.add_staff(&Actor::CommandLine, &account(Role::Reader)).await.unwrap().token
}

async fn opened(house: &House) {
    let token = link(house).await;
    house.engine.set_password(&token, PASSWORD, PASSWORD).await.unwrap();
}

async fn signed_in(house: &House) -> String {
    match house.engine.sign_in("anna@example.org", PASSWORD).await.unwrap() {
        SignedIn::Yes(token) => token,
        SignedIn::No => panic!("{}: not let in", house.name),
    }
}

async fn is_let_in(house: &House, password: &str) -> bool {
    matches!(house.engine.sign_in("Anna@Example.org", password).await.unwrap(), SignedIn::Yes(_))
}

fn later(house: &House, by: Duration) {
    *house.clock.now.lock().unwrap() = NOW + by;
}

#[tokio::test]
async fn a_link_opens_an_account_once() {
    for house in empty_houses().await {
        let token = link(&house).await;
        assert!(!is_let_in(&house, PASSWORD).await, "{}: nobody has set a password yet", house.name);
        assert_eq!(house.engine.invited(&token).await.unwrap().name, "Anna Berg");
        house.engine.set_password(&token, PASSWORD, PASSWORD).await.unwrap();
        assert!(matches!(house.engine.invited(&token).await, Err(EngineError::NotFound)));
        let again = house.engine.set_password(&token, "another password!", "another password!").await;
        assert!(matches!(again, Err(EngineError::NotFound)), "{}", house.name);
        assert!(is_let_in(&house, PASSWORD).await);
        assert!(!is_let_in(&house, "another password!").await);
        let Some(Actor::Staff(member)) = house.engine.signed_in(&signed_in(&house).await).await.unwrap() else {
            panic!()
        };
        assert_eq!((member.name.as_str(), member.role, member.section), ("Anna Berg", Role::Reader, Section::CENTRE));
    }
}

#[tokio::test]
async fn a_link_ends_and_so_does_an_earlier_one() {
    for house in empty_houses().await {
        let first = link(&house).await;
        let second = link(&house).await;
        assert!(house.engine.invited(&first).await.is_err(), "{}: the newer link holds", house.name);
        assert!(house.engine.invited(&second).await.is_ok());
        later(&house, LINK_LASTS);
        assert!(matches!(house.engine.set_password(&second, PASSWORD, PASSWORD).await, Err(EngineError::NotFound)));
        assert!(house.engine.invited("nonsense").await.is_err());
    }
}

#[tokio::test]
async fn a_password_that_will_not_do_is_named_and_the_link_stays() {
    let house = empty_houses().await.remove(0);
    let token = link(&house).await;
    for (password, again, field, rule) in [
        ("short", "short", "password", Rule::TooShort),
        (PASSWORD, "something else", "again", Rule::NotTheSame),
        ("anna berg anna berg", "anna berg anna berg", "password", Rule::EasilyGuessed),
        ("aaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaa", "password", Rule::EasilyGuessed),
        (&"x1y2z".repeat(100), &"x1y2z".repeat(100), "password", Rule::TooLong),
    ] {
        match house.engine.set_password(&token, password, again).await.unwrap_err() {
            EngineError::Invalid(errors) => assert_eq!((errors[0].field.as_str(), errors[0].rule), (field, rule)),
            other => panic!("{other}"),
        }
    }
    house.engine.set_password(&token, PASSWORD, PASSWORD).await.unwrap();
}

#[tokio::test]
async fn a_session_ends_when_it_is_not_used_when_it_is_old_and_when_somebody_signs_out() {
    for house in empty_houses().await {
        opened(&house).await;
        let holds = async |token: &str| house.engine.signed_in(token).await.unwrap().is_some();
        let token = signed_in(&house).await;
        later(&house, LASTS_UNUSED - Duration::SECOND);
        assert!(holds(&token).await, "{}", house.name);
        later(&house, LASTS_UNUSED * 2 - Duration::minutes(1));
        assert!(holds(&token).await, "{}: it was used meanwhile", house.name);
        later(&house, LASTS_UNUSED * 3);
        assert!(!holds(&token).await, "{}: unused", house.name);
        later(&house, Duration::ZERO);
        assert!(!holds(&token).await, "{}: what ended stays ended", house.name);

        let token = signed_in(&house).await;
        for hours in (0..).map(|n| Duration::hours(n * 6)).take_while(|hours| *hours < LASTS) {
            later(&house, hours);
            assert!(holds(&token).await);
        }
        later(&house, LASTS);
        assert!(!holds(&token).await, "{}: old", house.name);

        let token = signed_in(&house).await;
        house.engine.sign_out(&token).await.unwrap();
        house.engine.sign_out(&token).await.unwrap();
        assert!(!holds(&token).await);
        assert!(!holds("").await && !holds(&"0".repeat(64)).await);
    }
}

#[tokio::test]
async fn disabling_an_account_ends_its_sessions_and_links_at_once() {
    for house in empty_houses().await {
        opened(&house).await;
        let (one, two) = (signed_in(&house).await, signed_in(&house).await);
        let open_link = link(&house).await;
        assert!(house.engine.signed_in(&one).await.unwrap().is_none(), "a new link and role end the sessions too");
        let three = signed_in(&house).await;
        assert_eq!(house.engine.disable_staff(&Actor::CommandLine, &anna()).await.unwrap(), 1, "{}", house.name);
        for token in [&one, &two, &three] {
            assert!(house.engine.signed_in(token).await.unwrap().is_none());
        }
        assert!(house.engine.invited(&open_link).await.is_err());
        assert!(!is_let_in(&house, PASSWORD).await);
        // taken up again, it waits for its new link
        opened(&house).await;
        assert!(is_let_in(&house, PASSWORD).await);
        let nobody = "nobody@example.org".parse().unwrap();
        assert!(matches!(house.engine.disable_staff(&Actor::CommandLine, &nobody).await, Err(EngineError::NotFound)));
    }
}

#[tokio::test]
async fn only_the_command_line_and_an_admin_give_accounts() {
    let house = empty_houses().await.remove(0);
    opened(&house).await;
    let reader = house.engine.signed_in(&signed_in(&house).await).await.unwrap().unwrap();
    for actor in [Actor::Supporter, Actor::Setup, reader] {
        assert!(matches!(house.engine.add_staff(&actor, &account(Role::Admin)).await, Err(EngineError::Denied)));
        assert!(matches!(house.engine.disable_staff(&actor, &anna()).await, Err(EngineError::Denied)));
    }
    house.engine.add_staff(&Actor::CommandLine, &account(Role::Admin)).await.unwrap();
    let admin = house.engine.signed_in(&signed_in(&house).await).await.unwrap().unwrap();
    let other = NewAccount { login: "ben".parse().unwrap(), ..account(Role::Reader) };
    assert!(!house.engine.add_staff(&admin, &other).await.unwrap().again);
}

#[tokio::test]
async fn wrong_passwords_make_everybody_wait_also_for_an_account_that_is_not_there() {
    for house in empty_houses().await {
        opened(&house).await;
        for login in ["anna@example.org", "nobody@example.org"] {
            for _ in 0..5 {
                assert!(house.engine.sign_in(login, "not the password").await.unwrap() == SignedIn::No);
            }
            let waits = house.engine.sign_in(login, PASSWORD).await;
            assert!(matches!(waits, Err(EngineError::Wait(1..=2))), "{}: {login}", house.name);
        }
        later(&house, Duration::seconds(61));
        assert!(is_let_in(&house, PASSWORD).await);
        assert!(!is_let_in(&house, "not the password").await, "{}: and the count begins anew", house.name);
    }
}

#[tokio::test]
async fn twenty_tries_at_once_are_twenty_tries() {
    for house in empty_houses().await {
        opened(&house).await;
        let mut tasks = tokio::task::JoinSet::new();
        for _ in 0..20 {
            let engine = house.engine.clone();
            tasks.spawn(
                async move { matches!(engine.sign_in("anna@example.org", "wrong again").await, Ok(SignedIn::No)) },
            );
        }
        let answered = tasks.join_all().await.into_iter().filter(|answered| *answered).count();
        assert_eq!(answered, 5, "{}", house.name);
    }
}

#[tokio::test]
async fn the_trail_says_what_happened_to_an_account_and_names_nobody() {
    let house = empty_houses().await.remove(0);
    opened(&house).await;
    let Some(Actor::Staff(member)) = house.engine.signed_in(&signed_in(&house).await).await.unwrap() else { panic!() };
    house.engine.disable_staff(&Actor::CommandLine, &anna()).await.unwrap();
    let trail = storage::audits::about(&house.database.db, &format!("account:{}", member.account)).await.unwrap();
    let deeds: Vec<&str> = trail.iter().map(|entry| entry.deed.as_str()).collect();
    assert_eq!(deeds, ["account-add", "password-set", "sign-in", "account-disable"]);
    assert_eq!(trail[2].actor, format!("staff:{}", member.account));
    let all = format!("{trail:?}").to_lowercase();
    assert!(!all.contains("anna") && !all.contains("berg"), "{all}");
}
