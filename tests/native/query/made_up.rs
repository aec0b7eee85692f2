//! Generates random queries, links and texts. The entry point is [`Numbers`].

use super::catalogue;
use document::plain_text;
use query::{Code, MyVersions, Query, Route, SeriesRange, View};
use terms::{Area, Content, Kind, PepNumber, Series, Status};

/// A random number generator with a fixed seed: the SplitMix64 generator of Steele, Lea and
/// Flood (2014).
pub(super) struct Numbers(pub u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    pub(super) fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() % limit as u64).unwrap_or_default()
    }

    fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    pub(super) fn one_of<T: Clone>(&mut self, values: &[T]) -> T {
        values[self.below(values.len())].clone()
    }

    /// Up to three different values, usually none.
    fn some_of<T: Clone + PartialEq>(&mut self, values: &[T]) -> Vec<T> {
        let mut chosen = Vec::new();
        if self.once_in(3) {
            for _ in 0..=self.below(3) {
                let value = self.one_of(values);
                if !chosen.contains(&value) {
                    chosen.push(value);
                }
            }
        }
        chosen
    }

    fn series(&mut self) -> Series {
        Series::python3(u8::try_from(self.below(18)).unwrap_or_default())
    }

    fn range(&mut self) -> SeriesRange {
        let (a, b) = (self.series(), self.series());
        match self.below(8) {
            0 => SeriesRange::only(a),
            1 => SeriesRange {
                from: Some(a),
                to: None,
            },
            2 => SeriesRange {
                from: None,
                to: Some(a),
            },
            3 => SeriesRange {
                from: Some(a.min(b)),
                to: Some(a.max(b)),
            },
            _ => SeriesRange::default(),
        }
    }

    /// Words of titles, some of them cut, as while typing.
    fn words(&mut self) -> String {
        let mut words = Vec::new();
        if self.once_in(3) {
            let feature = self.below(catalogue().features.len());
            let title = plain_text(&catalogue().features[feature].title);
            let of_title: Vec<&str> = title.split(' ').collect();
            for _ in 0..=self.below(2) {
                let word = self.one_of(&of_title);
                let length = 1 + self.below(word.len().max(1));
                words.push(word.chars().take(length).collect::<String>());
            }
        }
        words.join(" ")
    }

    pub(super) fn query(&mut self) -> Query {
        let documents: Vec<String> = catalogue()
            .documents
            .iter()
            .map(|entry| entry.slug.clone())
            .collect();
        let peps: Vec<PepNumber> = catalogue()
            .features
            .iter()
            .flat_map(|feature| feature.peps.clone())
            .collect();
        let modules: Vec<String> = catalogue()
            .features
            .iter()
            .filter_map(|feature| feature.module.clone())
            .collect();
        Query {
            introduced: self.range(),
            usable_in: self.once_in(4).then(|| self.series()),
            peps: if self.once_in(4) {
                self.some_of(&peps)
            } else {
                Vec::new()
            },
            statuses: self.some_of(Status::ALL),
            kinds: self.some_of(Kind::ALL),
            areas: self.some_of(Area::ALL),
            modules: self.some_of(&modules),
            contents: self.some_of(Content::ALL),
            documents: self.some_of(&documents),
            text: self.words(),
        }
    }

    /// Text that may break links: characters with a meaning in links, other scripts, and
    /// invisible characters.
    pub(super) fn text(&mut self) -> String {
        const ODD: &[&str] = &[
            "a",
            "Z",
            "0",
            " ",
            "&",
            "#",
            "%",
            "+",
            "=",
            "?",
            ";",
            "/",
            "\\",
            "\"",
            "'",
            "<",
            ",",
            ".",
            "%41",
            "%2C",
            "%2f",
            "&q=",
            "&amp;",
            "\n",
            "\r",
            "\t",
            "\0",
            "\u{7f}",
            "\u{a0}",
            "é",
            "ß",
            "中",
            "𝔘",
            "👩",
            "\u{200d}",
            "\u{301}",
            "\u{202e}",
            "\u{feff}",
            "\u{ffff}",
            "\u{10ffff}",
        ];
        let length = 1 + self.below(12);
        (0..length).map(|_| self.one_of(ODD)).collect()
    }

    fn slug(&mut self) -> Option<String> {
        self.once_in(3).then(|| self.text())
    }

    pub(super) fn route(&mut self) -> Route {
        let mut query = self.query();
        if self.once_in(2) {
            query.text = self.text();
        }
        Route {
            view: self.one_of(&View::ALL),
            query,
            feature: self.slug(),
            document: self.slug(),
            name: self.slug(),
            series: self.once_in(3).then(|| self.series()),
            from: self.once_in(3).then(|| self.series()),
            to: self.once_in(3).then(|| self.series()),
            done: self.once_in(3).then(|| {
                let count = self.below(3);
                (0..count).map(|_| self.text().replace(',', ".")).collect()
            }),
            sample: self.slug(),
            code: self.once_in(3).then(|| match self.below(4) {
                0 => Code::Plain(String::new()),
                1 => Code::Deflated("c3HNKSwFAA".to_owned()),
                _ => Code::Plain(self.text()),
            }),
            run: (8..=15)
                .filter(|_| self.once_in(8))
                .map(Series::python3)
                .collect(),
            mine: match self.below(6) {
                0 => Some(MyVersions::Supported),
                1 => Some(MyVersions::Spec0),
                2 => "3.10..3.14".parse().ok(),
                _ => None,
            },
        }
    }
}
