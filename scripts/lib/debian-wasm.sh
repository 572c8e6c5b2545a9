# Sourced: a compiler for the browser where rustup can fetch nothing. Debian's security suite carries a whole Rust for
# building browsers, with the source of its standard library; that is compiled once, offline, into a private sysroot.

debian_rust=(rustc-web cargo-web rust-web-src rust-web-llvm lld-22 rust-web-clippy rustfmt-web)
debian_sysroot=$cache/wasm-sysroot
debian_rustc=/usr/bin/rustc

debian_wasm_stamp() { "$debian_rustc" -vV | cksum; }

# built already, for exactly this compiler
debian_wasm_is_built() {
    [ -x "$debian_rustc" ] && [ -f "$debian_sysroot/stamp" ] && [ "$(cat "$debian_sysroot/stamp")" = "$(debian_wasm_stamp)" ]
}

has_debian_rust() {
    [ -d /usr/lib/rustlib/src/rust/library/std ] && [ -x /usr/bin/cargo ] && has rust-lld && [ -x /usr/bin/clippy-driver ]
}

build_debian_wasm() {
    if ! has_debian_rust; then
        may_install || fail "Rust lacks the target $wasm_triple: run 'rustup target add $wasm_triple'," \
            "or as root on Debian: apt-get install --no-install-recommends ${debian_rust[*]}"
        need_packages "${debian_rust[@]}"
    fi
    step "standard library for $wasm_triple" make_debian_sysroot || fail "could not build it"
    has_wasm "$debian_sysroot/bin/rustc" || fail "built $debian_sysroot, but its compiler has no $wasm_triple"
    debian_wasm_stamp >"$debian_sysroot/stamp"
}

make_debian_sysroot() (
    set -e
    work=$(mktemp -d)
    trap 'rm -rf "$work"' EXIT
    seed_crate "$work"
    compile_std "$work"
    next=$debian_sysroot.new
    rm -rf "$next"
    mkdir -p "$next/bin" "$next/lib/rustlib/$wasm_triple/lib"
    cp "$work/target/$wasm_triple/release/deps/"*.rlib "$next/lib/rustlib/$wasm_triple/lib/"
    rm -f "$next/lib/rustlib/$wasm_triple/lib/"libstdseed-*
    host=$("$debian_rustc" -vV | sed -n 's/^host: //p')
    for folder in etc src "$host"; do ln -s "/usr/lib/rustlib/$folder" "$next/lib/rustlib/$folder"; done
    wrap_programs "$next/bin"
    rm -rf "$debian_sysroot"
    mv "$next" "$debian_sysroot"
)

# An empty crate: compiling it makes cargo compile std, whose dependencies are vendored beside the source.
seed_crate() {
    mkdir -p "$1/src" "$1/.cargo"
    echo '#![no_std]' >"$1/src/lib.rs"
    cat >"$1/Cargo.toml" <<'TOML'
[package]
name = "stdseed"
version = "0.0.0"
edition = "2021"
[workspace]
[profile.release]
panic = "abort"
codegen-units = 1
TOML
    cat >"$1/.cargo/config.toml" <<'TOML'
[source.crates-io]
replace-with = "vendored"
[source.vendored]
directory = "/usr/lib/rustlib/src/rust/library/vendor"
TOML
}

compile_std() (
    cd "$1"
    hash=$("$debian_rustc" -vV | sed -n 's/^commit-hash: //p')
    unset RUSTUP_TOOLCHAIN RUSTC_WRAPPER RUSTC_WORKSPACE_WRAPPER CARGO_ENCODED_RUSTFLAGS CARGO_BUILD_TARGET
    # The bootstrap flag opens -Zbuild-std; the bitcode lets a fat LTO reach into std.
    export PATH=/usr/bin:/bin RUSTC=$debian_rustc RUSTC_BOOTSTRAP=1 CARGO_TARGET_DIR=$1/target
    export RUSTFLAGS="-Cembed-bitcode=yes --remap-path-prefix=/usr/lib/rustlib/src/rust=/rustc/$hash"
    /usr/bin/cargo build -q --offline --release --target "$wasm_triple" -Zbuild-std=std,panic_abort,test,proc_macro
)

# Debian's programs take /usr for their sysroot; these take ours.
wrap_programs() {
    local name
    for name in rustc rustdoc; do
        printf '#!/bin/sh\nexec /usr/bin/%s --sysroot "%s" "$@"\n' "$name" "$debian_sysroot" >"$1/$name"
    done
    printf '#!/bin/sh\nSYSROOT="%s" exec /usr/bin/clippy-driver "$@"\n' "$debian_sysroot" >"$1/clippy-driver"
    chmod +x "$1"/*
    ln -s /usr/bin/cargo /usr/bin/rustfmt "$1/"
    # These two look for their drivers beside their own real path, so they are copied.
    cp /usr/bin/cargo-clippy /usr/bin/cargo-fmt "$1/"
}
