//! Who owns what: the responsibilities of a map of a given size, in the order in which the land is
//! settled.

use super::{DESK, DISTRICTS, MUNICIPALITIES, OF_THE_REGION, PARTS, ROOTS};

/// One responsibility, as the map and Alertmanager are told of it.
#[derive(Debug, Clone, Default)]
pub struct Claim {
    /// The organisation.
    pub owner: String,
    /// The topics; none means all.
    pub topics: Vec<String>,
    /// The area; none means all.
    pub area: Option<String>,
    /// From this birthday until that one.
    pub ages: Option<(u16, Option<u16>)>,
    /// Only these urgencies.
    pub urgency: &'static [&'static str],
    /// Only this kind of sender.
    pub sender: Option<&'static str>,
    /// Below everybody else.
    pub priority: i32,
    /// Takes the lead over several topics.
    pub leads: bool,
}

/// What a map of some size holds.
#[derive(Debug)]
pub struct Land {
    /// The responsibilities, as many as were asked for.
    pub claims: Vec<Claim>,
    /// How many regions are settled.
    pub regions: usize,
    /// How many municipalities.
    pub municipalities: usize,
    /// How many districts.
    pub districts: usize,
}

impl Land {
    /// The land with this many responsibilities.
    ///
    /// A municipality is settled team first, so that wherever the counting stops nothing is a gap.
    pub fn with(responsibilities: usize) -> Self {
        let mut land = Self {
            claims: Vec::with_capacity(responsibilities),
            regions: 0,
            municipalities: 0,
            districts: 0,
        };
        land.claims.push(Claim {
            owner: DESK.to_owned(),
            priority: -2,
            ..Claim::default()
        });
        while land.claims.len() < responsibilities {
            land.settle();
        }
        land.claims.truncate(responsibilities);
        land
    }

    /// One more municipality with its districts; in a new region when the last is full.
    fn settle(&mut self) {
        if self.municipalities == self.regions * MUNICIPALITIES {
            self.claims.extend(of_region(self.regions));
            self.regions += 1;
        }
        self.claims.extend(of_municipality(self.municipalities));
        for district in (0..DISTRICTS).map(|n| self.municipalities * DISTRICTS + n) {
            self.claims.extend(of_district(district));
        }
        self.municipalities += 1;
        self.districts += DISTRICTS;
    }
}

/// The code of a topic at the top of the tree.
pub fn root(topic: usize) -> String {
    format!("t{topic}")
}

/// The code of a part of a topic.
pub fn part(topic: usize, part: usize) -> String {
    format!("t{topic}/p{part}")
}

/// Two topics for all ages: one where danger goes faster, one for adults, with a crisis line.
fn of_region(region: usize) -> Vec<Claim> {
    let area = format!("r{region}");
    let claim = |owner: &str, topic| Claim {
        owner: format!("{owner}-{area}"),
        topics: vec![root(topic)],
        area: Some(area.clone()),
        ..Claim::default()
    };
    vec![
        claim("safety", 0),
        Claim {
            urgency: &["acute"],
            ..claim("safety", 0)
        },
        Claim {
            ages: Some((18, None)),
            ..claim("mind", 1)
        },
        Claim {
            ages: Some((18, None)),
            urgency: &["acute"],
            ..claim("mind", 1)
        },
    ]
}

/// The team for what nobody else has, and specialists for half of the parts: for children, and for
/// adults.
fn of_municipality(municipality: usize) -> Vec<Claim> {
    let area = format!("m{municipality}");
    let claim = |owner: &str, topics| Claim {
        owner: format!("{owner}-{area}"),
        topics,
        area: Some(area.clone()),
        ..Claim::default()
    };
    let team = Claim {
        priority: -1,
        ..claim("team", (1..OF_THE_REGION).map(root).collect())
    };
    let lead = Claim {
        priority: -1,
        leads: true,
        ..claim("team", (OF_THE_REGION..ROOTS).map(root).collect())
    };
    let specialists = (OF_THE_REGION..ROOTS)
        .flat_map(|topic| (0..PARTS / 2).map(move |p| (topic, p)))
        .flat_map(|(topic, p)| {
            [
                Claim {
                    ages: Some((0, Some(18))),
                    ..claim("youth", vec![part(topic, p)])
                },
                Claim {
                    ages: Some((18, None)),
                    ..claim(["work", "care"][p % 2], vec![part(topic, p)])
                },
            ]
        });
    [team, lead].into_iter().chain(specialists).collect()
}

/// The other half of the parts, for all ages; one in two with a narrower claim inside it.
fn of_district(district: usize) -> Vec<Claim> {
    let area = format!("d{district}");
    let claim = |p: String| Claim {
        owner: format!("team-{area}"),
        topics: vec![p],
        area: Some(area.clone()),
        ..Claim::default()
    };
    let parts =
        (OF_THE_REGION..ROOTS).flat_map(|topic| (PARTS / 2..PARTS).map(move |p| (topic, p)));
    let several = parts.flat_map(|(topic, p)| {
        let narrower = match (topic + p) % 6 {
            1 => Some(Claim {
                urgency: &["acute", "urgent"],
                ..claim(part(topic, p))
            }),
            3 => Some(Claim {
                sender: Some("school"),
                ..claim(part(topic, p))
            }),
            5 => Some(Claim {
                ages: Some((0, Some(4))),
                ..claim(part(topic, p))
            }),
            _ => None,
        };
        [Some(claim(part(topic, p))), narrower]
    });
    several.flatten().collect()
}
