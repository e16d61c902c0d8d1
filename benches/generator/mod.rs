//! Maps of any size for measuring: a tree of areas that grows, fifty topics, and as many
//! responsibilities as asked.
//!
//! They are maps as people make them, without a fault, a dispute or a gap. A region owns two
//! topics, a municipality half of the parts of the others, each part split by age, and every
//! district has a team for the rest. What no specialist has, the team of the municipality owns at a
//! low priority; where the municipality is not known, the national desk. Nothing is random: the
//! same size gives the same map.

mod alertmanager;
mod claims;
mod yaml;

pub use alertmanager::config;
pub use claims::Land;
pub use yaml::map;

/// The organisation that owns what has no place.
pub const DESK: &str = "desk";
/// Topics at the top of the tree, each with [`PARTS`] parts.
pub const ROOTS: usize = 10;
/// Parts of every topic.
pub const PARTS: usize = 4;
/// The first of these topics belong to the region.
pub const OF_THE_REGION: usize = 2;
/// Municipalities in a region.
pub const MUNICIPALITIES: usize = 8;
/// Districts in a municipality.
pub const DISTRICTS: usize = 4;
/// The kinds of organisations that send and own nothing, one of each kind in every municipality.
pub const SENDERS: [&str; 3] = ["school", "gp", "police"];
