# Sourced: the server and the site, built only when something is newer than what is there.

profile=dev
profile_folder=debug
# The tests say --locked; who runs the site may have changed a dependency.
cargo_flags=()
server_flags=()
server_sources=(Cargo.toml Cargo.lock app server migrations crates)
site_sources=(Cargo.toml Cargo.lock app/Cargo.toml app/src/lib.rs app/src/islands crates frontend style scripts/web-build scripts/lib)

server_binary() { printf '%s/%s/pillarbox\n' "$target" "$profile_folder"; }

# is_fresh STAMP SOURCE...: nothing is newer than the stamp. Folders count: a file that went away makes its folder newer.
is_fresh() {
    local stamp=$1
    shift
    [ -f "$stamp" ] && [ -z "$(find "$@" -newer "$stamp" -print -quit 2>/dev/null)" ]
}

# stamped STAMP COMMAND...: leaves the stamp when it went well, dated to before it began: what is edited meanwhile is newer.
stamped() {
    local stamp=$1
    shift
    mkdir -p "$(dirname "$stamp")"
    touch "$stamp.new"
    "$@" && mv "$stamp.new" "$stamp"
}

server_stamp() { printf '%s/stamps/server-%s\n' "$target" "$profile_folder"; }
site_stamp() { printf '%s/stamps/site\n' "$target"; }
server_is_fresh() { [ -x "$(server_binary)" ] && is_fresh "$(server_stamp)" "${server_sources[@]}"; }
site_is_fresh() { [ -f "$site/pkg/manifest.json" ] && is_fresh "$(site_stamp)" "${site_sources[@]}"; }

# With all default members: another choice of crates would compile dependencies anew. So would another choice of their
# features, which the tests make: there the flags ask for the tests beside it, and everything is built already.
build_server() { stamped "$(server_stamp)" step "server" cargo build "${cargo_flags[@]}" "${server_flags[@]}" --profile "$profile"; }

build_site() { stamped "$(site_stamp)" build_site_parts; }

wasm_build() { wasm_cargo build "${cargo_flags[@]}" --profile wasm --target $wasm_triple "$@"; }

build_site_parts() {
    local wasm
    wasm=$(wasm_target)/$wasm_triple/wasm
    step "islands for the browser" wasm_build -p frontend &&
        step "letters for the browser: pages" wasm_build -p letter-worker --no-default-features --features layout --bin letter-layout &&
        step "letters for the browser: files" wasm_build -p letter-worker --no-default-features --features pdf --bin letter-pdf &&
        step "build tool" cargo build "${cargo_flags[@]}" -p web-build &&
        step "site" "$target/debug/web-build" --out "$site" \
            --module "app=$wasm/frontend.wasm" --islands app/src/islands \
            --module "letter-layout=$wasm/letter-layout.wasm" --module "letter-pdf=$wasm/letter-pdf.wasm" --drop Pdf_ \
            --static "fonts/letter=crates/letter/fonts" --static "=frontend/static" --static "fonts=style/fonts" --static "pictures=style/pictures" \
            --style style/main.css --scripts frontend/js \
            --budget 90=app_bg.wasm,app.js,boot.js \
            --budget 450=letter-layout_bg.wasm,letter-layout.js,letter-worker.js \
            --budget 1000=letter-pdf_bg.wasm,letter-pdf.js
}
