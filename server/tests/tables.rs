//! Reports from a table: by the form of a pack, with a file or pasted, and by the API.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod common;

use common::{Site, input_value, today};
use serde_json::{Value, json};

fn fields(page: &str) -> Vec<(String, String)> {
    let mut fields: Vec<(String, String)> = ["id", "replaces", "collected_from", "collected_to"]
        .iter()
        .map(|name| ((*name).to_owned(), input_value(page, name)))
        .collect();
    fields.push(("basis".to_owned(), "counted".to_owned()));
    fields
}

/// The form as a browser sends it, with a file.
async fn upload(site: &Site, address: &str, fields: &[(String, String)], file: &[u8]) -> reqwest::Response {
    let mut body = Vec::new();
    for (name, value) in fields {
        body.extend(format!("--line\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").as_bytes());
    }
    let head = "--line\r\nContent-Disposition: form-data; name=\"file\"; filename=\"evening.csv\"\r\n\
                Content-Type: text/csv\r\n\r\n";
    body.extend(head.as_bytes());
    body.extend(file);
    body.extend(b"\r\n--line--\r\n");
    let request = site.client.post(format!("{}{address}", site.base));
    request.header("content-type", "multipart/form-data; boundary=line").body(body).send().await.unwrap()
}

async fn totals(site: &Site) -> Value {
    serde_json::from_str(&site.get("/api/v1/campaigns/open-cases/totals").await.1).unwrap()
}

/// What the last look carries along unseen.
fn carried(page: &str) -> Vec<(String, String)> {
    let names = ["id", "replaces", "collected_from", "collected_to", "basis", "people", "table"];
    let unescaped =
        |text: String| text.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    names.iter().map(|name| ((*name).to_owned(), unescaped(input_value(page, name)))).collect()
}

#[tokio::test]
async fn an_organiser_sends_a_file_looks_and_counts_it() {
    let site = Site::start();
    let address = site.pack_of_freiburg().await;
    let (_, form) = site.get(&address).await;
    assert!(form.contains("enctype=\"multipart/form-data\"") && form.contains("type=\"file\""));
    let table = "\u{feff}Case;Kind;Quantity;People\r\nRita Karasartova;letters;1.200;17\r\nahmed-mansoor;card;12,0;9\r\n\
                 rita-karasartova;card;0,0;\r\n";
    let review = upload(&site, &address, &fields(&form), table.as_bytes()).await;
    assert_eq!(review.status(), 200);
    let review = review.text().await.unwrap();
    assert!(review.contains("Is this right?") && review.contains("1,212 actions will be counted"), "{review}");
    assert!(review.contains("Ahmed Mansoor"), "a case that is in no sheet of the pack has its name");
    assert!(review.contains("By 17 people"));
    assert_eq!(totals(&site).await["actions"], json!(0), "a look counts nothing");

    let mut sent = carried(&review);
    sent.push(("step".to_owned(), "send".to_owned()));
    let sent: Vec<(&str, &str)> = sent.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let answer = site.post_form(&address, &sent).await;
    assert_eq!(answer.status(), 303, "{}", answer.text().await.unwrap());
    let receipt = site.get(answer.headers()["location"].to_str().unwrap()).await.1;
    assert!(receipt.contains("1,212 actions of your group") && receipt.contains("People who took part"));
    let said = totals(&site).await;
    assert_eq!((&said["actions"], &said["people"]), (&json!(1212), &json!(17)), "people are no actions");
    let campaign = site.get("/campaigns/open-cases").await.1;
    assert!(campaign.contains("At least 17 people took part"));

    // again: the difference to the earlier one
    let (_, form) = site.get(&address).await;
    assert_eq!(input_value(&form, "people"), "17");
    let mut again = fields(&form);
    again.push(("table".to_owned(), "case\tkind\tquantity\nRita Karasartova\tletter\t1 300\n".to_owned()));
    let review = upload(&site, &address, &again, b"").await.text().await.unwrap();
    assert!(review.contains("You reported 1,212 before. Now it is 1,300"), "{review}");
}

#[tokio::test]
async fn every_bad_row_is_named_and_nothing_of_it_counts() {
    let site = Site::start();
    let address = site.pack_of_freiburg().await;
    let form = fields(&site.get(&address).await.1);
    let table =
        "case,kind,quantity\nRita Karasartova,letter,18\nrita-karasartova,card,=1+1\nahmed-mansoor,letter,1.5\n";
    let answer = upload(&site, &address, &form, table.as_bytes()).await;
    assert_eq!(answer.status(), 422);
    let page = answer.text().await.unwrap();
    assert!(page.contains("Row 3, quantity") && page.contains("Row 4, quantity") && !page.contains("Row 2,"), "{page}");
    assert!(page.contains("rita-karasartova,card,=1+1"), "what was sent stands in the field");
    let mixed = "case,kind,quantity\nNobody,letter,1\nRita Karasartova,letter,x\nRita Karasartova,fax,3\nrita-karasartova,card,1,200\n";
    let page = upload(&site, &address, &form, mixed.as_bytes()).await.text().await.unwrap();
    for row in ["Row 2, case", "Row 3, quantity", "Row 4, kind", "Row 5"] {
        assert!(page.contains(row), "{row}: {page}");
    }
    for (table, row) in [
        ("case,kind,quantity\nRita Karasartova,letter,18\nNobody,letter,1\n", "Row 3, case"),
        ("case,kind,quantity\nRita Karasartova,fax,18\n", "Row 2, kind"),
        ("case,kind,quantity\nRita Karasartova,letter,1\nrita-karasartova,letter,2\n", "Row 3, "),
        ("case,kind\nRita Karasartova,letter\n", "Row 1, quantity"),
    ] {
        let page = upload(&site, &address, &form, table.as_bytes()).await.text().await.unwrap();
        assert!(page.contains(row), "{table}: {page}");
    }
    let latin = upload(&site, &address, &form, b"case,kind,quantity\nJos\xe9,letter,1\n").await;
    assert_eq!(latin.status(), 422);
    assert!(latin.text().await.unwrap().contains("CSV UTF-8"));
    let empty = upload(&site, &address, &form, b"case,kind,quantity\n").await;
    assert_eq!(empty.status(), 422);
    let rows: String = (0..2_001).map(|_| "rita-karasartova,letter,1\n").collect();
    let many = upload(&site, &address, &form, format!("case,kind,quantity\n{rows}").as_bytes()).await;
    assert!(many.status() == 422 && many.text().await.unwrap().contains("2,000"));
    assert_eq!(totals(&site).await["actions"], json!(0));
}

#[tokio::test]
async fn a_program_sends_a_table() {
    let site = Site::start();
    site.pack_of_freiburg().await;
    let today = today();
    let post = async |id: &str, table: &str| {
        let address = format!(
            "{}/api/v1/reports?id={id}&campaign=open-cases&group=freiburg&collected_from={today}&collected_to={today}&basis=estimated",
            site.base
        );
        let request = site.client.post(address).header("content-type", "text/csv; charset=utf-8");
        let answer = request.body(table.to_owned()).send().await.unwrap();
        (answer.status().as_u16(), answer.json::<Value>().await.unwrap())
    };
    let id = "01935a2e-7c00-7abc-8def-0123456789ab";
    let table = "case,kind,quantity,language,people\nRita Karasartova,letter,20,ky,8\n";
    let (status, first) = post(id, table).await;
    assert_eq!((status, &first["actions"], &first["people"]), (201, &json!(20), &json!(8)), "{first}");
    assert_eq!(post(id, table).await, (200, first));
    let (status, refused) = post(
        "01935a2e-7c00-7abc-8def-0123456789ac",
        "case,kind,quantity\nrita-karasartova,letter,1\nnobody,letter,1\n",
    )
    .await;
    assert_eq!(
        (status, &refused["fields"][0]["field"], &refused["fields"][0]["rule"]),
        (422, &json!("rows[3].case"), &json!("unknown-case"))
    );
    let (status, refused) = post("no-id", "case,kind,quantity\nnobody,letter,1\nrita-karasartova,letter,x\n").await;
    let named: Vec<&str> =
        refused["fields"].as_array().unwrap().iter().map(|field| field["field"].as_str().unwrap()).collect();
    assert_eq!((status, named), (422, vec!["id", "rows[2].case", "rows[3].quantity"]));
    assert_eq!(totals(&site).await["actions"], json!(20));
}
