//! What a map says of a signal that has its owner: how she hears which family it is, whom she may
//! offer it to, when alarms sound, and whether today's map would decide otherwise. Pure: no
//! terminal, no files, no database, no clock.

pub mod escalation;
mod handover;
mod offer;
pub mod reroute;

#[cfg(test)]
mod escalation_tests;
#[cfg(test)]
mod offer_tests;
