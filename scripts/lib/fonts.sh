# Sourced: the East Asian fonts. From npm packages that hold the fonts of Google Fonts, under the SIL Open Font License 1.1.

export PILLARBOX_FONTS_DIR=${PILLARBOX_FONTS_DIR:-$cache/fonts}

# file, package, version, path in the package, SHA-256
large_fonts=(
    "NotoSerifSC-Regular.ttf noto-serif-sc 0.4.3 400Regular/NotoSerifSC_400Regular.ttf c358a69de3df5f423a8946a7b03e3126fb6ba116f1130a463455b4e39e1f0742"
    "NotoSerifJP-Regular.ttf noto-serif-jp 0.4.3 400Regular/NotoSerifJP_400Regular.ttf 5a04846a0e23acefae825f2f459205036a166f5a63462019ce3492d07bd20e92"
    "NotoSerifKR-Regular.ttf noto-serif-kr 0.4.3 400Regular/NotoSerifKR_400Regular.ttf c8c5922208f207214ce01791290621c28fda4ff788bd4dddc511aaebf61f4a74"
)

fonts_are_there() {
    local font
    for font in "${large_fonts[@]}"; do [ -f "$PILLARBOX_FONTS_DIR/${font%% *}" ] || return 1; done
}

# need_fonts: fetches those that are not there. A file gets its name only when it is whole and the right one.
need_fonts() {
    local font file package version path sum status=0
    mkdir -p "$PILLARBOX_FONTS_DIR"
    for font in "${large_fonts[@]}"; do
        read -r file package version path sum <<<"$font"
        [ -f "$PILLARBOX_FONTS_DIR/$file" ] && continue
        has npm || { status=1 && continue; }
        step "font $file" fetch_font "$file" "@expo-google-fonts/$package@$version" "$path" "$sum" || status=1
    done
    return $status
}

fetch_font() (
    set -e
    file=$1 package=$2 path=$3 sum=$4
    folder=$(mktemp -d)
    trap 'rm -rf "$folder"' EXIT
    (cd "$folder" && npm pack --silent "$package" >/dev/null)
    tar -xzf "$folder"/*.tgz -C "$folder" "package/$path" "package/LICENSE_FONT"
    echo "$sum  $folder/package/$path" | sha256sum --check --quiet
    cp "$folder/package/LICENSE_FONT" "$PILLARBOX_FONTS_DIR/${file%-Regular.ttf}-OFL.txt"
    mv "$folder/package/$path" "$PILLARBOX_FONTS_DIR/$file.part"
    mv "$PILLARBOX_FONTS_DIR/$file.part" "$PILLARBOX_FONTS_DIR/$file"
)
