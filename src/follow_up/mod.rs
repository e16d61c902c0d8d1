//! What a map says of a signal that has its owner: whom she may offer it to, when alarms
//! sound, and whether today's map would decide otherwise. Pure: no terminal, no files, no database,
//! no clock.

mod coordination;
pub mod escalation;
mod offer;
pub mod reroute;

#[cfg(test)]
mod escalation_tests;
#[cfg(test)]
mod offer_tests;
