//! Campaigns, targets and sources, and the form of the files.

use domain::{
    Lang,
    action::Kind,
    campaign::{Basis, Campaign},
    state::CampaignState,
    target::TargetRole,
};

use crate::files::{bundle, case, files, target};

fn campaign(slug: &str) -> &'static Campaign {
    bundle().campaigns.iter().find(|campaign| campaign.slug.as_str() == slug).unwrap()
}

fn order(slug: &str) -> Vec<&'static str> {
    campaign(slug).cases.iter().map(domain::Slug::as_str).collect()
}

#[test]
fn it_is_whole_and_marked_as_a_demonstration() {
    let bundle = bundle();
    assert!(bundle.manifest.demonstration);
    assert!(bundle.manifest.notice.contains("not connected with"), "{}", bundle.manifest.notice);
    let counts = (bundle.campaigns.len(), bundle.cases.len(), bundle.targets.len(), bundle.sources.len());
    assert_eq!(counts, (5, 40, 49, 299));
    assert_eq!((bundle.open_letters.len(), bundle.statements.len()), (1, 1));
}

#[test]
fn the_standing_campaign_shows_every_open_case_in_the_drawn_order() {
    let open = campaign("open-cases");
    assert_eq!(open.state, CampaignState::Open);
    assert!(open.is_standing() && open.year.is_none() && open.organiser.is_empty());
    assert_eq!(open.opens.to_string(), "2026-02-01");
    assert_eq!(open.kinds, Kind::ALL);
    assert_eq!(
        order("open-cases"),
        [
            "rita-karasartova",
            "manahel-al-otaibi",
            "dang-dinh-bach",
            "kyung-seok-park",
            "joel-paredes",
            "oqba-hashad",
            "sebnem-korur-fincanci",
            "ahmed-mansoor",
            "wetsuweten-land-defenders",
            "chow-hang-tung",
            "justyna-wydrzynska",
            "chaima-issa",
            "thulani-maseko",
            "thapelo-mohapi",
            "ana-maria-santos-cruz",
            "pabai-pabai-and-paul-kabai",
            "maung-sawyeddollah",
            "luis-manuel-otero-alcantara",
            "nasser-zefzafi",
            "vahid-afkari",
            "yren-rotela-and-mariana-sepulveda",
            "chimbiri-mamombe-marova",
            "shahnewaz-chowdhury",
            "zineb-redouane",
            "mikita-zalatarou",
            "zhang-zhan",
            "ciham-ali",
            "imoleayo-michael",
            "wendy-galarza",
            "panusaya-sithijirawattanakul",
            "sphere-ngo",
            "janna-jihad",
            "azimjan-askarov",
        ]
    );
    let mut listed = order("open-cases");
    listed.sort_unstable();
    let waiting: Vec<&str> =
        bundle().cases.iter().filter(|case| case.accepts_letters()).map(|case| case.slug.as_str()).collect();
    assert_eq!(listed, waiting, "the campaign lists exactly the cases that ask for letters");
}

#[test]
fn the_editions_are_closed_and_keep_their_order() {
    assert_eq!(
        order("w4r-2021"),
        [
            "mikita-zalatarou",
            "zhang-zhan",
            "bernardo-caal-xol",
            "ciham-ali",
            "imoleayo-michael",
            "wendy-galarza",
            "panusaya-sithijirawattanakul",
            "sphere-ngo",
            "mohamed-baker",
            "janna-jihad",
        ]
    );
    assert_eq!(
        order("w4r-2022"),
        [
            "aleksandra-skochilenko",
            "dorgelesse-nguessan",
            "chow-hang-tung",
            "luis-manuel-otero-alcantara",
            "nasser-zefzafi",
            "vahid-afkari",
            "yren-rotela-and-mariana-sepulveda",
            "chimbiri-mamombe-marova",
            "shahnewaz-chowdhury",
            "zineb-redouane",
        ]
    );
    assert_eq!(
        order("w4r-2023"),
        [
            "rita-karasartova",
            "rocky-myers",
            "ahmed-mansoor",
            "justyna-wydrzynska",
            "chaima-issa",
            "thulani-maseko",
            "thapelo-mohapi",
            "ana-maria-santos-cruz",
            "pabai-pabai-and-paul-kabai",
            "maung-sawyeddollah",
        ]
    );
    assert_eq!(
        order("w4r-2024"),
        [
            "neth-nahara",
            "joel-paredes",
            "maryia-kalesnikava",
            "wetsuweten-land-defenders",
            "oqba-hashad",
            "kyung-seok-park",
            "manahel-al-otaibi",
            "sebnem-korur-fincanci",
            "dang-dinh-bach",
        ]
    );
    for (slug, year) in [("w4r-2021", 2021), ("w4r-2022", 2022), ("w4r-2023", 2023), ("w4r-2024", 2024)] {
        let edition = campaign(slug);
        assert_eq!((edition.state, edition.year), (CampaignState::Closed, Some(year)), "{slug}");
        assert!(!edition.is_standing(), "{slug} has an end");
        assert!(!edition.kinds.contains(&Kind::PrintedLetter), "{slug}: no source counts pre-printed letters");
    }
}

#[test]
fn a_figure_is_a_number_with_its_basis_and_its_span() {
    let find = |campaign_slug: &str, value: Option<u64>| {
        campaign(campaign_slug).figures.iter().find(|figure| figure.value == value).unwrap()
    };
    let world = find("w4r-2023", Some(5_828_000));
    assert_eq!((world.basis, world.country, world.to), (Basis::AtLeast, None, None));
    assert_eq!(find("w4r-2024", Some(464_710)).basis, Basis::Counted);
    assert_eq!(find("w4r-2023", Some(1_200_000)).basis, Basis::Estimated);
    assert!(find("w4r-2023", None).text.contains("almost twice"));
    let years = find("w4r-2024", Some(56_000_000));
    assert_eq!((years.from.to_string(), years.to.unwrap().to_string()), ("2001".into(), "2024".into()));
    assert_eq!(find("w4r-2022", Some(390_000)).country.unwrap().code(), "DE");
}

#[test]
fn the_prosecutor_general_is_addressed_as_printed_without_the_country() {
    let target = target("prosecutor-general-kyrgyzstan");
    assert_eq!(target.postal_lines, ["Prosecutor General", "A. Toktonalieva Street, 139", "Bishkek 720040"]);
    assert_eq!(target.country.code(), "KG");
    assert_eq!(target.printed_on.unwrap().to_string(), "2024-01");
    assert_eq!(target.checked_on, None);
    let (salutation, closing) = target.greeting(&Lang::en());
    assert_eq!((salutation.as_str(), closing.as_str()), ("Dear Prosecutor General,", "Yours sincerely,"));
}

#[test]
fn nine_offices_that_a_case_names_first_have_no_address() {
    let unknown: Vec<&str> = bundle()
        .cases
        .iter()
        .filter(|case| !target(case.targets[0].target.as_str()).takes_letters())
        .map(|case| case.slug.as_str())
        .collect();
    assert_eq!(
        unknown,
        [
            "ahmed-mansoor",
            "bernardo-caal-xol",
            "dorgelesse-nguessan",
            "joel-paredes",
            "mohamed-baker",
            "neth-nahara",
            "shahnewaz-chowdhury",
            "wendy-galarza",
            "yren-rotela-and-mariana-sepulveda",
        ]
    );
    let mansoor = case("ahmed-mansoor");
    let roles: Vec<_> = mansoor.targets.iter().map(|t| (t.target.as_str(), t.role)).collect();
    assert_eq!(
        roles,
        [
            ("president-united-arab-emirates", TargetRole::Primary),
            ("embassy-united-arab-emirates-washington", TargetRole::Embassy),
        ]
    );
    assert!(!target("president-united-arab-emirates").is_reachable());
    assert!(target("embassy-united-arab-emirates-washington").takes_letters());
}

#[test]
fn every_open_case_has_an_office_that_takes_letters() {
    for case in bundle().cases.iter().filter(|case| case.accepts_letters()) {
        assert!(case.targets.iter().any(|t| target(t.target.as_str()).takes_letters()), "{}", case.slug);
    }
}

#[test]
fn no_address_ends_with_its_country() {
    let langs = ["en", "fr", "de", "es"].map(|lang| lang.parse::<Lang>().unwrap());
    let own = ["USA", "POLSKA", "RUSSIAN FEDERATION", "ARAB REPUBLIC OF EGYPT", "REPUBLIC OF KOREA", "VIET NAM"];
    for target in &bundle().targets {
        let Some(last) = target.postal_lines.last() else { continue };
        let named = langs.iter().any(|lang| target.country.name(lang).to_uppercase() == last.to_uppercase());
        assert!(!named && !own.contains(&last.as_str()), "{}: {last}", target.slug);
    }
}

#[test]
fn an_office_is_one_target_however_many_cases_write_to_it() {
    let cases_of =
        |slug: &str| bundle().cases.iter().filter(|c| c.targets.iter().any(|t| t.target.as_str() == slug)).count();
    assert_eq!(cases_of("prosecutor-general-belarus"), 2);
    for target in &bundle().targets {
        assert!(cases_of(target.slug.as_str()) > 0, "nobody writes to {}", target.slug);
    }
    let mut offices: Vec<&str> = bundle().targets.iter().map(|target| target.office.as_str()).collect();
    offices.sort_unstable();
    offices.dedup();
    assert_eq!(offices.len(), bundle().targets.len());
}

#[test]
fn sources_stand_by_id_and_each_is_cited() {
    assert!(bundle().sources.is_sorted_by(|a, b| a.id < b.id));
    for source in &bundle().sources {
        let quoted = format!("\"{}\"", source.id);
        let cited = files().iter().any(|file| file.path != "sources.toml" && file.text.contains(&quoted));
        assert!(cited, "nothing cites {}", source.id);
    }
}

#[test]
fn files_are_plain_texts_that_tell_nothing_of_their_making() {
    for file in files() {
        assert!(file.text.ends_with('\n') && !file.text.ends_with("\n\n"), "{} ends oddly", file.path);
        assert!(!file.text.contains(['\r', '\t', '\u{feff}']), "{} has odd characters", file.path);
        assert!(file.text.starts_with("# "), "{} has no remark at its head", file.path);
        for word in [" the blog ", "the stored ", "the brief ", "compiler's"] {
            assert!(!file.text.contains(word), "{} speaks of {word:?}", file.path);
        }
    }
}
