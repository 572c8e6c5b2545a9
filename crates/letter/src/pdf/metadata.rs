//! What the file says about itself: title, dates, language, and the standards that it holds to.

use super::syntax::Syntax;
use crate::spec::SpecDate;

/// What a file says about itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meta {
    /// The title, shown in the window's bar.
    pub title: String,
    /// The language as a BCP 47 tag; what is in another one says so itself.
    pub lang: String,
    /// The date of making.
    pub date: SpecDate,
}

impl Meta {
    /// The language, or the tag for one that is not known.
    pub(super) fn lang(&self) -> &str {
        if self.lang.is_empty() { "und" } else { &self.lang }
    }

    /// The document information dictionary. It says the same as the metadata stream, or PDF/A would not have it.
    pub(super) fn info(&self, out: &mut Vec<u8>) {
        let SpecDate { year, month, day } = self.date;
        let stamp = format!("D:{year:04}{month:02}{day:02}000000Z");
        out.raw("<</Title").text(&self.title).raw("/Producer(Pillarbox)/CreationDate").text(&stamp);
        out.raw("/ModDate").text(&stamp).raw(">>");
    }

    /// The metadata stream (XMP): PDF/UA-1 and PDF/A-2b, with the description that PDF/A wants of the former's properties.
    pub(super) fn xmp(&self) -> String {
        let SpecDate { year, month, day } = self.date;
        let (title, lang) = (escaped(&self.title), escaped(self.lang()));
        format!(
            r#"<?xpacket begin="{bom}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{lang}</rdf:li></rdf:Bag></dc:language>
<dc:format>application/pdf</dc:format>
<xmp:CreateDate>{year:04}-{month:02}-{day:02}T00:00:00Z</xmp:CreateDate>
<xmp:ModifyDate>{year:04}-{month:02}-{day:02}T00:00:00Z</xmp:ModifyDate>
<pdf:Producer>Pillarbox</pdf:Producer>
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>B</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
{PDFUA_SCHEMA}
</rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"#,
            bom = '\u{feff}'
        )
    }
}

/// Describes `pdfuaid:part`: PDF/A knows only its own schemas (ISO 19005-2, 6.6.2.3.3).
const PDFUA_SCHEMA: &str = r#"<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of the PDF/UA standard</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>"#;

/// Text inside XML. Control characters, which XML has no way to write, are left out.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            control if control.is_control() => escaped.push(' '),
            '\u{fffe}' | '\u{ffff}' => {}
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_cannot_leave_its_element() {
        let date = SpecDate { year: 2026, month: 1, day: 2 };
        let meta = Meta { title: "A <b> & \"c\"\u{7}".into(), lang: String::new(), date };
        let xmp = meta.xmp();
        assert!(xmp.contains(">A &lt;b&gt; &amp; &quot;c&quot; <"));
        assert!(xmp.contains("<rdf:li>und</rdf:li>") && xmp.contains("2026-01-02T00:00:00Z"));
    }
}
