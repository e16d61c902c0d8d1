//! What went wrong in each room, told: one file per room.

pub mod register;
