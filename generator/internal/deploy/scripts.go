package deploy

// What runs on a server, in a POSIX shell with the usual programs of Linux, BSD or macOS.
// A script gets names as $1, $2, … and never within its text; lists of names come over
// its input or in files, with a NUL after each name.

// recordName is the file that says that a folder of releases is a deploy's.
const recordName = "reportsite-deploy"

// lookScript says what is at the link's place, where a link leads, and what the folder
// of releases is; then how long mark and manifest of the release are, both of them, and
// the names of all its files with a NUL after each.
const lookScript = `
to=
if [ -L "$1" ]; then echo link; to=$(readlink "$1")
elif [ -d "$1" ] && [ -z "$(ls -A "$1")" ]; then echo empty
elif [ -e "$1" ]; then echo other
else echo none
fi
echo "$to"
if [ ! -e "$2" ] || [ -d "$2" ] && [ -z "$(ls -A "$2")" ]; then echo new; elif [ -f "$2/` + recordName + `" ]; then echo ours; else echo foreign; fi
[ -n "$to" ] && [ "${to%/*}" = "${2##*/}" ] && cd "$2/${to#*/}" || exit 0
for f in "$3" "$4"; do if [ -f "$f" ]; then wc -c < "$f"; else echo 0; fi; done
for f in "$3" "$4"; do if [ -f "$f" ]; then cat "$f"; fi; done
find . ! -type d -print0`

// beginScript makes the folder of releases, and one in it for what arrives. An empty one
// may be what a deploy that was killed has left.
const beginScript = `set -e
umask 022
if [ -e "$1" ] && [ ! -f "$1/` + recordName + `" ] && { [ ! -d "$1" ] || [ -n "$(ls -A "$1")" ]; }; then exit 9; fi
mkdir -p "$1"
echo 'Releases of a site, made by reportsite deploy. Those of today are linked from beside this folder.' > "$1/` + recordName + `"
mkdir -p "$1/incoming/$2/files"
cd "$1/incoming/$2/files"
` + sumsScript

// sumsScript compares the files of the folder with hashes and prints "name: OK".
const sumsScript = `
if command -v sha256sum > /dev/null; then sha256sum -c 2> /dev/null || :; else shasum -a 256 -c 2> /dev/null || :; fi`

// takeScript unpacks what arrives.
const takeScript = `set -e
umask 022
cd "$1"
tar -xf -`

// gatherScript makes the new release: the one before, without what goes and what is
// sent, and with what was sent. $1 the folder of releases, $2 the id, $3 the release
// before. Files of the release before are linked, and never written to.
const gatherScript = `set -e
umask 022
in=$1/incoming/$2
part=$1/part-$2
rm -rf "$part"
mkdir "$part"
if [ -n "$3" ]; then
  cp -al "$1/$3/." "$part/" 2> /dev/null || { rm -rf "$part"; mkdir "$part"; cp -pR "$1/$3/." "$part/"; }
fi
cd "$part"
xargs -0 rm -f -- < "$in/remove"
xargs -0 rm -f -- < "$in/changed"
xargs -0 rmdir -- < "$in/folders" 2> /dev/null || :
cp -pR "$in/files/." "$part/"
touch "$part"
` + sumsScript

// switchScript gives the new release its name and leads the link to it, in one step,
// then removes old releases, what arrived, and what deploys of two days ago were given up
// with. $1 the link, $2 the folder of releases, $3
// its name, $4 the id, $5 the release before, $6 how many stay.
const switchScript = `set -e
cd "$2"
if [ -L "$1" ]; then was=$(readlink "$1"); else was=; fi
want=; [ -z "$5" ] || want=$3/$5
[ "$was" = "$want" ] || exit 8
name=$4; n=1
while [ -e "$name" ]; do n=$((n + 1)); name=$4-$n; done
mv "part-$4" "$name"
touch "$name"
[ -n "$was" ] || [ ! -d "$1" ] || rmdir "$1"
link=$2/link-$4
rm -f "$link"
ln -s "$3/$name" "$link"
mv -T "$link" "$1" 2> /dev/null || mv -fh "$link" "$1"
rm -rf "incoming/$4"
find incoming/* ./part-* ./link-* -prune -mtime +1 -exec rm -rf {} + 2> /dev/null || :
n=0
ls -dt -- *-*/ */ 2> /dev/null | sed 's,/$,,' | grep -E '^[0-9a-f]{16}(-[0-9]+)?$' | awk '!seen[$0]++' | while read -r old; do
  n=$((n + 1))
  if [ "$n" -gt "$6" ] && [ "$old" != "$name" ]; then rm -rf "./$old" || :; fi
done`
