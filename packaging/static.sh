# Read with `.` before the release is built for a package: a program for Linux on x86-64 then needs no library of the system, and so
# runs on every distribution. It is linked for one place in memory: to move it to another, each start would first write 16,000 addresses
# into a hundred pages, a tenth of a short run. Naming the target keeps the flags from the parts that only the compiler runs. They are not
# in .cargo/config.toml, because not every system that can build seinhuis has the static C library.
if [ "$(rustc -vV | sed -n 's/^host: //p')" = x86_64-unknown-linux-gnu ]; then
  export CARGO_BUILD_TARGET=x86_64-unknown-linux-gnu
  export CARGO_TARGET_X86_64_UNKNOWN_LINUX_GNU_RUSTFLAGS="-C target-feature=+crt-static -C relocation-model=static"
fi
