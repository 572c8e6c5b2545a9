use super::*;

fn printed(country: &str, name: &str) -> Vec<String> {
    let address = PostalAddress {
        recipient: "Recipient".into(),
        organisation: "Office".into(),
        street: vec!["Street 1".into()],
        locality: "Town".into(),
        region: "Region".into(),
        postcode: "12345".into(),
        country: country.into(),
    };
    lines(&address, name)
}

#[test]
fn each_country_has_its_order() {
    let cases: &[(&str, &[&str])] = &[
        ("DE", &["Recipient", "Office", "Street 1", "Region", "12345 Town"]),
        ("FR", &["Office", "Recipient", "Street 1", "Region", "12345 Town"]),
        ("CH", &["Office", "Recipient", "Street 1", "Region", "CH-12345 Town"]),
        ("KG", &["12345 Town", "Region", "Street 1", "Office", "Recipient"]),
        ("KZ", &["12345", "Region", "Town", "Street 1", "Office", "Recipient"]),
        ("BY", &["Region", "12345 Town", "Street 1", "Office", "Recipient"]),
        ("SA", &["Recipient", "Office", "Street 1", "Region", "Town 12345"]),
        ("VN", &["Recipient", "Office", "Street 1", "Town", "Region 12345"]),
        ("US", &["Recipient", "Office", "Street 1", "Town, Region 12345"]),
        ("CA", &["Recipient", "Office", "Street 1", "Town Region 12345"]),
        ("GB", &["Recipient", "Office", "Street 1", "Town", "Region", "12345"]),
        ("EG", &["Recipient", "Office", "Street 1", "Town", "Region", "12345"]),
        ("TR", &["Recipient", "Office", "Street 1", "12345 Town/Region"]),
        ("BR", &["Office", "Recipient", "Street 1", "Town-Region", "12345"]),
        ("CN", &["Recipient", "Office", "Street 1", "Town", "Region, 12345"]),
        ("JP", &["Recipient", "Office", "Street 1", "Town, Region", "12345"]),
        ("HU", &["Recipient", "Office", "Region", "Town", "Street 1", "12345"]),
        ("IR", &["Office", "Recipient", "Region", "Town", "Street 1", "12345"]),
        ("MX", &["Recipient", "Office", "Street 1", "12345 Town, Region"]),
        ("AE", &["Recipient", "Office", "Street 1", "12345", "Town", "Region"]),
        ("AO", &["Recipient", "Office", "Street 1", "Town 12345", "Region"]),
    ];
    for (country, expected) in cases {
        assert_eq!(printed(country, ""), *expected, "{country}");
    }
}

#[test]
fn nothing_typed_is_left_out_in_any_country() {
    for first in 'A'..='Z' {
        for second in 'A'..='Z' {
            let country = format!("{first}{second}");
            let text = printed(&country, "Nowhere").join("\n");
            for part in ["Recipient", "Office", "Street 1", "Town", "Region", "12345"] {
                assert_eq!(text.matches(part).count(), 1, "{part} in {country}: {text}");
            }
            assert!(text.ends_with("\nNOWHERE"), "{country}");
        }
    }
}

#[test]
fn what_is_empty_leaves_no_separator_behind() {
    let address = |country: &str| PostalAddress {
        recipient: "Prosecutor General".into(),
        street: vec!["  A. Toktonalieva Street, 139 ".into(), String::new()],
        locality: "Bishkek".into(),
        country: country.into(),
        ..PostalAddress::default()
    };
    assert_eq!(
        lines(&address("KG"), "Kyrgyzstan"),
        ["Bishkek", "A. Toktonalieva Street, 139", "Prosecutor General", "KYRGYZSTAN"]
    );
    for country in ["US", "CH", "TR", "BR", "BD", "PK", "GT", "CO", "HT", "MX", "JP"] {
        let last = lines(&address(country), "").pop().unwrap();
        assert_eq!(last, "Bishkek", "{country}");
    }
    assert_eq!(lines(&PostalAddress::default(), ""), Vec::<String>::new());
}

#[test]
fn a_postcode_that_has_its_prefix_gets_no_second() {
    let address = PostalAddress {
        postcode: "CH-3030".into(),
        locality: "Bern".into(),
        country: "CH".into(),
        ..PostalAddress::default()
    };
    assert_eq!(lines(&address, "Suisse"), ["CH-3030 Bern", "SUISSE"]);
    let haiti = PostalAddress {
        postcode: "HT6120".into(),
        locality: "Port-au-Prince".into(),
        country: "ht".into(),
        ..PostalAddress::default()
    };
    assert_eq!(lines(&haiti, ""), ["HT6120 Port-au-Prince"]);
}

#[test]
fn east_asian_scripts_have_an_order_of_their_own() {
    let address = |country: &str, region: &str, locality: &str| PostalAddress {
        recipient: "收".into(),
        street: vec!["1".into()],
        locality: locality.into(),
        region: region.into(),
        postcode: "100096".into(),
        country: country.into(),
        ..PostalAddress::default()
    };
    assert_eq!(lines(&address("CN", "北京市", "朝阳区"), "China"), ["100096", "北京市 朝阳区", "1", "收", "CHINA"]);
    assert_eq!(lines(&address("JP", "東京都", "千代田区"), "Japan")[0], "〒100096");
    assert_eq!(lines(&address("KR", "서울", "종로구"), "")[3], "100096");
    assert_eq!(lines(&address("CN", "Beijing", "Chaoyang"), "")[1..], ["1", "Chaoyang", "Beijing, 100096"]);
}

#[test]
fn the_country_is_in_capitals_of_its_language() {
    assert_eq!(printed("TR", "Türkei").pop().unwrap(), "TÜRKEI");
    assert_eq!(printed("GR", "Ελλάδα").pop().unwrap(), "ΕΛΛΑΔΑ");
    assert_eq!(printed("RU", "Россия").pop().unwrap(), "РОССИЯ");
}
