# Sourced: Rust for this machine, and Rust for the browser.

wasm_triple=wasm32-unknown-unknown
# shellcheck source=scripts/lib/debian-wasm.sh
. "$root/scripts/lib/debian-wasm.sh"

need_rust() {
    # shellcheck disable=SC1091
    has cargo || { [ -r "$HOME/.cargo/env" ] && . "$HOME/.cargo/env"; }
    has cargo && return
    may_install || fail "please install Rust 1.95 or newer (https://rustup.rs)"
    need_packages "${debian_rust[@]}"
}

# has_wasm RUSTC: whether that compiler has the standard library for the browser
has_wasm() {
    local folder
    folder=$("$1" --print target-libdir --target $wasm_triple 2>/dev/null) || return 1
    compgen -G "$folder/libstd-*.rlib" >/dev/null
}

rustup_adds_wasm() {
    has rustup && timeout 120 rustup target add $wasm_triple >/dev/null 2>&1 && has_wasm rustc
}

# Finds a way to compile for the browser, and remembers it for wasm_cargo. PILLARBOX_WASM=debian takes Debian's.
need_wasm() {
    wasm_sysroot=
    if [ "${PILLARBOX_WASM:-}" != debian ]; then
        has_wasm rustc && return
        # Before rustup, which may wait long for a network that is not there.
        debian_wasm_is_built && wasm_sysroot=$debian_sysroot && return
        rustup_adds_wasm && return
    fi
    debian_wasm_is_built || build_debian_wasm
    wasm_sysroot=$debian_sysroot
}

# The folder that wasm_cargo builds in: two compilers must not share one.
wasm_target() {
    if [ -n "$wasm_sysroot" ]; then printf '%s/wasm-debian\n' "$target"; else printf '%s\n' "$target"; fi
}

# cargo for the browser's crates
wasm_cargo() {
    if [ -z "$wasm_sysroot" ]; then
        cargo "$@"
    else
        RUSTUP_TOOLCHAIN=$wasm_sysroot PATH=$wasm_sysroot/bin:$PATH CARGO_TARGET_DIR=$(wasm_target) cargo "$@"
    fi
}
