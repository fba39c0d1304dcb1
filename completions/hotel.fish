# Print an optspec for argparse to handle cmd's options that are independent of any subcommand.
function __fish_hotel_global_optspecs
    string join \n p/profile= server= o/output= json fields= q/quiet v/verbose debug y/yes no-input color= no-color no-trunc error-format= offline= no-journal timeout= h/help V/version
end

function __fish_hotel_needs_command
    # Figure out if the current invocation already has a command.
    set -l cmd (commandline -opc)
    set -e cmd[1]
    argparse -s (__fish_hotel_global_optspecs) -- $cmd 2>/dev/null
    or return
    if set -q argv[1]
        # Also print the command, so this can be used to figure out what it is.
        echo $argv[1]
        return 1
    end
    return 0
end

function __fish_hotel_using_subcommand
    set -l cmd (__fish_hotel_needs_command)
    test -z "$cmd"
    and return 1
    contains -- $cmd[1] $argv
end

complete -c hotel -n "__fish_hotel_needs_command" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_needs_command" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_needs_command" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_needs_command" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_needs_command" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_needs_command" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_needs_command" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_needs_command" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_needs_command" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_needs_command" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_needs_command" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_needs_command" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_needs_command" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_needs_command" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_needs_command" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_needs_command" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_needs_command" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_needs_command" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c hotel -n "__fish_hotel_needs_command" -s V -l version -d 'Print version'
complete -c hotel -n "__fish_hotel_needs_command" -f -a "search" -d 'Search for rooms'
complete -c hotel -n "__fish_hotel_needs_command" -f -a "book" -d 'Book rooms: a line of the last search, a hold, an offer, or a hotel\'s room type'
complete -c hotel -n "__fish_hotel_needs_command" -f -a "show" -d 'Show a booking with its guest, nights, price and what cancelling costs now'
complete -c hotel -n "__fish_hotel_needs_command" -f -a "list" -d 'List bookings, newest first'
complete -c hotel -n "__fish_hotel_needs_command" -f -a "history" -d 'Show who did what to a booking, and when'
complete -c hotel -n "__fish_hotel_needs_command" -f -a "update" -d 'Change the nights, rooms, guest or wishes of a booking'
complete -c hotel -n "__fish_hotel_needs_command" -f -a "cancel" -d 'Cancel a booking'
complete -c hotel -n "__fish_hotel_needs_command" -f -a "confirm" -d 'Confirm a requested booking for the hotel'
complete -c hotel -n "__fish_hotel_needs_command" -f -a "decline" -d 'Decline a requested booking for the hotel'
complete -c hotel -n "__fish_hotel_needs_command" -f -a "release" -d 'Give up a hold or a place on the waiting list'
complete -c hotel -n "__fish_hotel_needs_command" -f -a "check-in" -d 'Check guests in'
complete -c hotel -n "__fish_hotel_needs_command" -f -a "check-out" -d 'Check guests out'
complete -c hotel -n "__fish_hotel_needs_command" -f -a "no-show" -d 'Mark guests who never came'
complete -c hotel -n "__fish_hotel_needs_command" -f -a "assign" -d 'Assign a room before arrival, or take it off'
complete -c hotel -n "__fish_hotel_needs_command" -f -a "move" -d 'Move guests who are in the house to another room, from tonight on'
complete -c hotel -n "__fish_hotel_needs_command" -f -a "revert" -d 'Take the last step of a booking back'
complete -c hotel -n "__fish_hotel_needs_command" -f -a "split" -d 'Put some rooms of a booking into a booking of their own'
complete -c hotel -n "__fish_hotel_needs_command" -f -a "waitlist" -d 'Keep who waits for a room'
complete -c hotel -n "__fish_hotel_needs_command" -f -a "todo" -d 'List what needs you'
complete -c hotel -n "__fish_hotel_needs_command" -f -a "shell" -d 'Work line by line, with short entries'
complete -c hotel -n "__fish_hotel_needs_command" -f -a "batch" -d 'Carry out the commands of a file, each once however often it is run'
complete -c hotel -n "__fish_hotel_needs_command" -f -a "queue" -d 'Look after changes that wait for the link, or for your word'
complete -c hotel -n "__fish_hotel_needs_command" -f -a "status" -d 'Show what waits in the queue, without asking the server'
complete -c hotel -n "__fish_hotel_needs_command" -f -a "sync" -d 'Fetch what a shift needs, to have it when the server can\'t be reached'
complete -c hotel -n "__fish_hotel_needs_command" -f -a "events" -d 'List or follow what happens, and look after what is forwarded'
complete -c hotel -n "__fish_hotel_needs_command" -f -a "tail" -d 'Follow what happens, as it happens'
complete -c hotel -n "__fish_hotel_needs_command" -f -a "hotels" -d 'List, show, add and change hotels'
complete -c hotel -n "__fish_hotel_needs_command" -f -a "room-types" -d 'List, show, add and change the room types of a hotel'
complete -c hotel -n "__fish_hotel_needs_command" -f -a "rooms" -d 'List, add and block the rooms of a hotel, and see who is in them'
complete -c hotel -n "__fish_hotel_needs_command" -f -a "rates" -d 'Show and set the rate plans of a hotel, their nightly prices and restrictions'
complete -c hotel -n "__fish_hotel_needs_command" -f -a "inventory" -d 'Show what is left to sell, open and close nights, set overbooking'
complete -c hotel -n "__fish_hotel_needs_command" -f -a "report" -d 'Count what was sold: occupancy, revenue, cancellations, lead times, pick-up'
complete -c hotel -n "__fish_hotel_needs_command" -f -a "import" -d 'Import bookings of the past from CSV, each at its own moment'
complete -c hotel -n "__fish_hotel_needs_command" -f -a "guests" -d 'Look up, register and change guests'
complete -c hotel -n "__fish_hotel_needs_command" -f -a "users" -d 'List, add and change those who may use the house'
complete -c hotel -n "__fish_hotel_needs_command" -f -a "tokens" -d 'List, issue and revoke tokens'
complete -c hotel -n "__fish_hotel_needs_command" -f -a "profile" -d 'Manage profiles: which server, as whom'
complete -c hotel -n "__fish_hotel_needs_command" -f -a "config" -d 'See and change the settings of the profile in use'
complete -c hotel -n "__fish_hotel_needs_command" -f -a "keys" -d 'List the keys of the desk, and check those you chose'
complete -c hotel -n "__fish_hotel_needs_command" -f -a "whoami" -d 'Show who the server takes you for'
complete -c hotel -n "__fish_hotel_needs_command" -f -a "admin" -d 'Look after the house\'s books: verify them, make them anew, move them'
complete -c hotel -n "__fish_hotel_needs_command" -f -a "api" -d 'Call an endpoint of the server'
complete -c hotel -n "__fish_hotel_needs_command" -f -a "doctor" -d 'Check what this program needs: folders, profile, token, server, clock, terminal'
complete -c hotel -n "__fish_hotel_needs_command" -f -a "completions" -d 'Print the completion script of a shell'
complete -c hotel -n "__fish_hotel_needs_command" -f -a "man" -d 'Print the manual page of a command, or write all of them'
complete -c hotel -n "__fish_hotel_needs_command" -f -a "help" -d 'Show a topic, or the help of a command'
complete -c hotel -n "__fish_hotel_needs_command" -f -a "serve" -d 'Run the server in the foreground, until Ctrl-C or SIGTERM'
complete -c hotel -n "__fish_hotel_needs_command" -f -a "demo" -d 'Show what this program does, on a sample world of its own'
complete -c hotel -n "__fish_hotel_using_subcommand search" -l adults -d 'Adults in each room [default: 2]' -r
complete -c hotel -n "__fish_hotel_using_subcommand search" -l children -d 'Children in each room' -r
complete -c hotel -n "__fish_hotel_using_subcommand search" -l rooms -d 'How many rooms, all alike [default: 1]' -r
complete -c hotel -n "__fish_hotel_using_subcommand search" -l room-type -d 'Only this room type' -r
complete -c hotel -n "__fish_hotel_using_subcommand search" -l rate-plan -d 'Only this rate plan' -r
complete -c hotel -n "__fish_hotel_using_subcommand search" -l amenity -d 'Only where hotel or room has all of these, as in pool,wifi' -r
complete -c hotel -n "__fish_hotel_using_subcommand search" -l stars -d 'At least so many stars' -r
complete -c hotel -n "__fish_hotel_using_subcommand search" -l max-price -d 'At most this for the whole stay' -r
complete -c hotel -n "__fish_hotel_using_subcommand search" -l promo -d 'Promotion or corporate code' -r
complete -c hotel -n "__fish_hotel_using_subcommand search" -l near -d 'Only around this point, in degrees north and east' -r
complete -c hotel -n "__fish_hotel_using_subcommand search" -l radius -d 'How far around it, in kilometres [default: 25]' -r
complete -c hotel -n "__fish_hotel_using_subcommand search" -l sort -d 'Which come first' -r -f -a "price\t'The cheapest'
stars\t'The most stars'
distance\t'The nearest; needs --near'
hotel\t'By hotel code'"
complete -c hotel -n "__fish_hotel_using_subcommand search" -l limit -d 'How many lines at most' -r
complete -c hotel -n "__fish_hotel_using_subcommand search" -l cursor -d 'Go on where the last page ended' -r
complete -c hotel -n "__fish_hotel_using_subcommand search" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand search" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand search" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand search" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand search" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand search" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand search" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand search" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand search" -l refundable -d 'Only what can be cancelled free of charge now'
complete -c hotel -n "__fish_hotel_using_subcommand search" -l fail-if-empty -d 'Exit with 3 if nothing is found'
complete -c hotel -n "__fish_hotel_using_subcommand search" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand search" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand search" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand search" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand search" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand search" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand search" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand search" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand search" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand search" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c hotel -n "__fish_hotel_using_subcommand book" -l guest -d 'Register this guest, written "FAMILY, GIVEN"' -r
complete -c hotel -n "__fish_hotel_using_subcommand book" -l guest-id -d 'Take this registered guest' -r
complete -c hotel -n "__fish_hotel_using_subcommand book" -l email -d 'E-mail address of the new guest' -r
complete -c hotel -n "__fish_hotel_using_subcommand book" -l phone -d 'Telephone number of the new guest' -r
complete -c hotel -n "__fish_hotel_using_subcommand book" -s n -l nights -d 'How many nights, instead of those of the line or beside a single day' -r
complete -c hotel -n "__fish_hotel_using_subcommand book" -l hold -d 'Hold the rooms for so long instead of selling them, as in 20m' -r
complete -c hotel -n "__fish_hotel_using_subcommand book" -l rate -d 'Rate plan [default: the cheapest]' -r
complete -c hotel -n "__fish_hotel_using_subcommand book" -l rooms -d 'How many rooms, all alike [default: 1]' -r
complete -c hotel -n "__fish_hotel_using_subcommand book" -l adults -d 'Adults in each room [default: 2]' -r
complete -c hotel -n "__fish_hotel_using_subcommand book" -l children -d 'Children in each room' -r
complete -c hotel -n "__fish_hotel_using_subcommand book" -l guarantee -d 'Who vouches for the money, where the rate wants that' -r -f -a "agency\t'The agency, by your word'"
complete -c hotel -n "__fish_hotel_using_subcommand book" -l promo -d 'Promotion or corporate code' -r
complete -c hotel -n "__fish_hotel_using_subcommand book" -l max-price -d 'Book nothing that costs more in all' -r
complete -c hotel -n "__fish_hotel_using_subcommand book" -l requests -d 'What the guest asks for' -r
complete -c hotel -n "__fish_hotel_using_subcommand book" -l or-room-type -d 'Book this room type instead; needs --max-price' -r
complete -c hotel -n "__fish_hotel_using_subcommand book" -l or-hotel -d 'Then the same rooms in this hotel; needs --max-price' -r
complete -c hotel -n "__fish_hotel_using_subcommand book" -l idempotency-key -d 'Name the change, so that repeating it takes effect once' -r
complete -c hotel -n "__fish_hotel_using_subcommand book" -l expires -d 'Give the change up if it could not be sent for so long, as in 4h' -r
complete -c hotel -n "__fish_hotel_using_subcommand book" -l after-op -d 'Send the change only after this operation of the queue' -r
complete -c hotel -n "__fish_hotel_using_subcommand book" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand book" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand book" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand book" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand book" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand book" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand book" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand book" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand book" -l or-waitlist -d 'Then put the first wish on the waiting list'
complete -c hotel -n "__fish_hotel_using_subcommand book" -l dry-run -d 'Ask the server what would happen and change nothing'
complete -c hotel -n "__fish_hotel_using_subcommand book" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand book" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand book" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand book" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand book" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand book" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand book" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand book" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand book" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand book" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c hotel -n "__fish_hotel_using_subcommand show" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand show" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand show" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand show" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand show" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand show" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand show" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand show" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand show" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand show" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand show" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand show" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand show" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand show" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand show" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand show" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand show" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand show" -s h -l help -d 'Print help'
complete -c hotel -n "__fish_hotel_using_subcommand list" -l state -d 'Only in this state, as in confirmed or `in_house`' -r
complete -c hotel -n "__fish_hotel_using_subcommand list" -l hotel -d 'Only of this hotel' -r
complete -c hotel -n "__fish_hotel_using_subcommand list" -l name -d 'Only guests whose family name begins so' -r
complete -c hotel -n "__fish_hotel_using_subcommand list" -l guest-id -d 'Only of this guest' -r
complete -c hotel -n "__fish_hotel_using_subcommand list" -l arrivals -d 'Only arrivals of this day or these, as in today or fri..mon' -r
complete -c hotel -n "__fish_hotel_using_subcommand list" -l departures -d 'Only departures of this day or these' -r
complete -c hotel -n "__fish_hotel_using_subcommand list" -l limit -d 'How many at most' -r
complete -c hotel -n "__fish_hotel_using_subcommand list" -l cursor -d 'Go on where the last page ended' -r
complete -c hotel -n "__fish_hotel_using_subcommand list" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand list" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand list" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand list" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand list" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand list" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand list" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand list" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand list" -l in-house -d 'Only guests who are in the house'
complete -c hotel -n "__fish_hotel_using_subcommand list" -l all -d 'All pages'
complete -c hotel -n "__fish_hotel_using_subcommand list" -l no-pending -d 'Only what the house knows, without what waits in the queue'
complete -c hotel -n "__fish_hotel_using_subcommand list" -l fail-if-empty -d 'Exit with 3 if nothing is found'
complete -c hotel -n "__fish_hotel_using_subcommand list" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand list" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand list" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand list" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand list" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand list" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand list" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand list" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand list" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c hotel -n "__fish_hotel_using_subcommand history" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand history" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand history" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand history" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand history" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand history" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand history" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand history" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand history" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand history" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand history" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand history" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand history" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand history" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand history" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand history" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand history" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand history" -s h -l help -d 'Print help'
complete -c hotel -n "__fish_hotel_using_subcommand update" -l stay -d 'New nights, as in fri+3n or 2026-12-24..2026-12-27' -r
complete -c hotel -n "__fish_hotel_using_subcommand update" -s n -l nights -d 'New number of nights, from the same arrival unless --stay names a day' -r
complete -c hotel -n "__fish_hotel_using_subcommand update" -l room-type -d 'New type of all rooms' -r
complete -c hotel -n "__fish_hotel_using_subcommand update" -l rooms -d 'New number of rooms; more are like the last one' -r
complete -c hotel -n "__fish_hotel_using_subcommand update" -l adults -d 'Adults in each room' -r
complete -c hotel -n "__fish_hotel_using_subcommand update" -l children -d 'Children in each room' -r
complete -c hotel -n "__fish_hotel_using_subcommand update" -l rate -d 'Another rate plan' -r
complete -c hotel -n "__fish_hotel_using_subcommand update" -l guest -d 'Register this guest, written "FAMILY, GIVEN"' -r
complete -c hotel -n "__fish_hotel_using_subcommand update" -l guest-id -d 'Take this registered guest' -r
complete -c hotel -n "__fish_hotel_using_subcommand update" -l email -d 'E-mail address of the new guest' -r
complete -c hotel -n "__fish_hotel_using_subcommand update" -l phone -d 'Telephone number of the new guest' -r
complete -c hotel -n "__fish_hotel_using_subcommand update" -l requests -d 'What the guest asks for; an empty text takes it back' -r
complete -c hotel -n "__fish_hotel_using_subcommand update" -l max-price -d 'Change nothing if the stay would cost more in all' -r
complete -c hotel -n "__fish_hotel_using_subcommand update" -l idempotency-key -d 'Name the change, so that repeating it takes effect once' -r
complete -c hotel -n "__fish_hotel_using_subcommand update" -l expires -d 'Give the change up if it could not be sent for so long, as in 4h' -r
complete -c hotel -n "__fish_hotel_using_subcommand update" -l after-op -d 'Send the change only after this operation of the queue' -r
complete -c hotel -n "__fish_hotel_using_subcommand update" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand update" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand update" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand update" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand update" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand update" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand update" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand update" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand update" -l reprice -d 'Price every night at today\'s rates, not only the changed ones'
complete -c hotel -n "__fish_hotel_using_subcommand update" -l dry-run -d 'Ask the server what would happen and change nothing'
complete -c hotel -n "__fish_hotel_using_subcommand update" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand update" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand update" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand update" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand update" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand update" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand update" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand update" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand update" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand update" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c hotel -n "__fish_hotel_using_subcommand cancel" -l accept-fee -d 'Accept this fee; one that differs cancels nothing' -r
complete -c hotel -n "__fish_hotel_using_subcommand cancel" -l reason -d 'Say why' -r -f -a "guest\t'The guest wished it'
duplicate\t'Booked twice'
price\t'Too dear'
schedule\t'Plans changed'
no-payment\t'No money came'
no-room\t'The hotel has no room after all'
hotel\t'The hotel can\'t do it'
other\t'Something else'"
complete -c hotel -n "__fish_hotel_using_subcommand cancel" -l idempotency-key -d 'Name the change, so that repeating it takes effect once' -r
complete -c hotel -n "__fish_hotel_using_subcommand cancel" -l expires -d 'Give the change up if it could not be sent for so long, as in 4h' -r
complete -c hotel -n "__fish_hotel_using_subcommand cancel" -l after-op -d 'Send the change only after this operation of the queue' -r
complete -c hotel -n "__fish_hotel_using_subcommand cancel" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand cancel" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand cancel" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand cancel" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand cancel" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand cancel" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand cancel" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand cancel" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand cancel" -l dry-run -d 'Ask the server what would happen and change nothing'
complete -c hotel -n "__fish_hotel_using_subcommand cancel" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand cancel" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand cancel" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand cancel" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand cancel" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand cancel" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand cancel" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand cancel" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand cancel" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand cancel" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c hotel -n "__fish_hotel_using_subcommand confirm" -l idempotency-key -d 'Name the change, so that repeating it takes effect once' -r
complete -c hotel -n "__fish_hotel_using_subcommand confirm" -l expires -d 'Give the change up if it could not be sent for so long, as in 4h' -r
complete -c hotel -n "__fish_hotel_using_subcommand confirm" -l after-op -d 'Send the change only after this operation of the queue' -r
complete -c hotel -n "__fish_hotel_using_subcommand confirm" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand confirm" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand confirm" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand confirm" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand confirm" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand confirm" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand confirm" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand confirm" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand confirm" -l dry-run -d 'Ask the server what would happen and change nothing'
complete -c hotel -n "__fish_hotel_using_subcommand confirm" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand confirm" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand confirm" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand confirm" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand confirm" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand confirm" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand confirm" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand confirm" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand confirm" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand confirm" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c hotel -n "__fish_hotel_using_subcommand decline" -l reason -d 'Say why' -r -f -a "guest\t'The guest wished it'
duplicate\t'Booked twice'
price\t'Too dear'
schedule\t'Plans changed'
no-payment\t'No money came'
no-room\t'The hotel has no room after all'
hotel\t'The hotel can\'t do it'
other\t'Something else'"
complete -c hotel -n "__fish_hotel_using_subcommand decline" -l idempotency-key -d 'Name the change, so that repeating it takes effect once' -r
complete -c hotel -n "__fish_hotel_using_subcommand decline" -l expires -d 'Give the change up if it could not be sent for so long, as in 4h' -r
complete -c hotel -n "__fish_hotel_using_subcommand decline" -l after-op -d 'Send the change only after this operation of the queue' -r
complete -c hotel -n "__fish_hotel_using_subcommand decline" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand decline" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand decline" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand decline" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand decline" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand decline" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand decline" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand decline" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand decline" -l dry-run -d 'Ask the server what would happen and change nothing'
complete -c hotel -n "__fish_hotel_using_subcommand decline" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand decline" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand decline" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand decline" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand decline" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand decline" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand decline" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand decline" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand decline" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand decline" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c hotel -n "__fish_hotel_using_subcommand release" -l idempotency-key -d 'Name the change, so that repeating it takes effect once' -r
complete -c hotel -n "__fish_hotel_using_subcommand release" -l expires -d 'Give the change up if it could not be sent for so long, as in 4h' -r
complete -c hotel -n "__fish_hotel_using_subcommand release" -l after-op -d 'Send the change only after this operation of the queue' -r
complete -c hotel -n "__fish_hotel_using_subcommand release" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand release" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand release" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand release" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand release" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand release" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand release" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand release" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand release" -l dry-run -d 'Ask the server what would happen and change nothing'
complete -c hotel -n "__fish_hotel_using_subcommand release" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand release" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand release" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand release" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand release" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand release" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand release" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand release" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand release" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand release" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c hotel -n "__fish_hotel_using_subcommand check-in" -l room -d 'Give this room; once for each room of the booking, in its order' -r
complete -c hotel -n "__fish_hotel_using_subcommand check-in" -l idempotency-key -d 'Name the change, so that repeating it takes effect once' -r
complete -c hotel -n "__fish_hotel_using_subcommand check-in" -l expires -d 'Give the change up if it could not be sent for so long, as in 4h' -r
complete -c hotel -n "__fish_hotel_using_subcommand check-in" -l after-op -d 'Send the change only after this operation of the queue' -r
complete -c hotel -n "__fish_hotel_using_subcommand check-in" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand check-in" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand check-in" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand check-in" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand check-in" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand check-in" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand check-in" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand check-in" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand check-in" -l dry-run -d 'Ask the server what would happen and change nothing'
complete -c hotel -n "__fish_hotel_using_subcommand check-in" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand check-in" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand check-in" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand check-in" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand check-in" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand check-in" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand check-in" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand check-in" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand check-in" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand check-in" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c hotel -n "__fish_hotel_using_subcommand check-out" -l accept-fee -d 'Accept this fee for leaving early; one that differs changes nothing' -r
complete -c hotel -n "__fish_hotel_using_subcommand check-out" -l idempotency-key -d 'Name the change, so that repeating it takes effect once' -r
complete -c hotel -n "__fish_hotel_using_subcommand check-out" -l expires -d 'Give the change up if it could not be sent for so long, as in 4h' -r
complete -c hotel -n "__fish_hotel_using_subcommand check-out" -l after-op -d 'Send the change only after this operation of the queue' -r
complete -c hotel -n "__fish_hotel_using_subcommand check-out" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand check-out" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand check-out" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand check-out" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand check-out" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand check-out" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand check-out" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand check-out" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand check-out" -l dry-run -d 'Ask the server what would happen and change nothing'
complete -c hotel -n "__fish_hotel_using_subcommand check-out" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand check-out" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand check-out" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand check-out" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand check-out" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand check-out" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand check-out" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand check-out" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand check-out" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand check-out" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c hotel -n "__fish_hotel_using_subcommand no-show" -l accept-fee -d 'Accept this fee; one that differs changes nothing' -r
complete -c hotel -n "__fish_hotel_using_subcommand no-show" -l idempotency-key -d 'Name the change, so that repeating it takes effect once' -r
complete -c hotel -n "__fish_hotel_using_subcommand no-show" -l expires -d 'Give the change up if it could not be sent for so long, as in 4h' -r
complete -c hotel -n "__fish_hotel_using_subcommand no-show" -l after-op -d 'Send the change only after this operation of the queue' -r
complete -c hotel -n "__fish_hotel_using_subcommand no-show" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand no-show" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand no-show" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand no-show" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand no-show" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand no-show" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand no-show" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand no-show" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand no-show" -l keep-nights -d 'Keep the later nights, in case the guests still come'
complete -c hotel -n "__fish_hotel_using_subcommand no-show" -l dry-run -d 'Ask the server what would happen and change nothing'
complete -c hotel -n "__fish_hotel_using_subcommand no-show" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand no-show" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand no-show" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand no-show" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand no-show" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand no-show" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand no-show" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand no-show" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand no-show" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand no-show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c hotel -n "__fish_hotel_using_subcommand assign" -l of -d 'Which room of the booking, counted from 1' -r
complete -c hotel -n "__fish_hotel_using_subcommand assign" -l idempotency-key -d 'Name the change, so that repeating it takes effect once' -r
complete -c hotel -n "__fish_hotel_using_subcommand assign" -l expires -d 'Give the change up if it could not be sent for so long, as in 4h' -r
complete -c hotel -n "__fish_hotel_using_subcommand assign" -l after-op -d 'Send the change only after this operation of the queue' -r
complete -c hotel -n "__fish_hotel_using_subcommand assign" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand assign" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand assign" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand assign" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand assign" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand assign" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand assign" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand assign" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand assign" -l off -d 'Take the room off again'
complete -c hotel -n "__fish_hotel_using_subcommand assign" -l dry-run -d 'Ask the server what would happen and change nothing'
complete -c hotel -n "__fish_hotel_using_subcommand assign" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand assign" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand assign" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand assign" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand assign" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand assign" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand assign" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand assign" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand assign" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand assign" -s h -l help -d 'Print help'
complete -c hotel -n "__fish_hotel_using_subcommand move" -l of -d 'Which room of the booking, counted from 1' -r
complete -c hotel -n "__fish_hotel_using_subcommand move" -l idempotency-key -d 'Name the change, so that repeating it takes effect once' -r
complete -c hotel -n "__fish_hotel_using_subcommand move" -l expires -d 'Give the change up if it could not be sent for so long, as in 4h' -r
complete -c hotel -n "__fish_hotel_using_subcommand move" -l after-op -d 'Send the change only after this operation of the queue' -r
complete -c hotel -n "__fish_hotel_using_subcommand move" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand move" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand move" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand move" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand move" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand move" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand move" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand move" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand move" -l dry-run -d 'Ask the server what would happen and change nothing'
complete -c hotel -n "__fish_hotel_using_subcommand move" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand move" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand move" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand move" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand move" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand move" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand move" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand move" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand move" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand move" -s h -l help -d 'Print help'
complete -c hotel -n "__fish_hotel_using_subcommand revert" -l idempotency-key -d 'Name the change, so that repeating it takes effect once' -r
complete -c hotel -n "__fish_hotel_using_subcommand revert" -l expires -d 'Give the change up if it could not be sent for so long, as in 4h' -r
complete -c hotel -n "__fish_hotel_using_subcommand revert" -l after-op -d 'Send the change only after this operation of the queue' -r
complete -c hotel -n "__fish_hotel_using_subcommand revert" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand revert" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand revert" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand revert" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand revert" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand revert" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand revert" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand revert" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand revert" -l dry-run -d 'Ask the server what would happen and change nothing'
complete -c hotel -n "__fish_hotel_using_subcommand revert" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand revert" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand revert" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand revert" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand revert" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand revert" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand revert" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand revert" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand revert" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand revert" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c hotel -n "__fish_hotel_using_subcommand split" -l rooms -d 'Which rooms of the booking, counted from 1, as in 2,3' -r
complete -c hotel -n "__fish_hotel_using_subcommand split" -l guest -d 'Register this guest, written "FAMILY, GIVEN"' -r
complete -c hotel -n "__fish_hotel_using_subcommand split" -l guest-id -d 'Take this registered guest' -r
complete -c hotel -n "__fish_hotel_using_subcommand split" -l email -d 'E-mail address of the new guest' -r
complete -c hotel -n "__fish_hotel_using_subcommand split" -l phone -d 'Telephone number of the new guest' -r
complete -c hotel -n "__fish_hotel_using_subcommand split" -l idempotency-key -d 'Name the change, so that repeating it takes effect once' -r
complete -c hotel -n "__fish_hotel_using_subcommand split" -l expires -d 'Give the change up if it could not be sent for so long, as in 4h' -r
complete -c hotel -n "__fish_hotel_using_subcommand split" -l after-op -d 'Send the change only after this operation of the queue' -r
complete -c hotel -n "__fish_hotel_using_subcommand split" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand split" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand split" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand split" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand split" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand split" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand split" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand split" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand split" -l dry-run -d 'Ask the server what would happen and change nothing'
complete -c hotel -n "__fish_hotel_using_subcommand split" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand split" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand split" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand split" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand split" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand split" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand split" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand split" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand split" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand split" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and not __fish_seen_subcommand_from add ls list offer release" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and not __fish_seen_subcommand_from add ls list offer release" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and not __fish_seen_subcommand_from add ls list offer release" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and not __fish_seen_subcommand_from add ls list offer release" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and not __fish_seen_subcommand_from add ls list offer release" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and not __fish_seen_subcommand_from add ls list offer release" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and not __fish_seen_subcommand_from add ls list offer release" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and not __fish_seen_subcommand_from add ls list offer release" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and not __fish_seen_subcommand_from add ls list offer release" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and not __fish_seen_subcommand_from add ls list offer release" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and not __fish_seen_subcommand_from add ls list offer release" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and not __fish_seen_subcommand_from add ls list offer release" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and not __fish_seen_subcommand_from add ls list offer release" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and not __fish_seen_subcommand_from add ls list offer release" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and not __fish_seen_subcommand_from add ls list offer release" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and not __fish_seen_subcommand_from add ls list offer release" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and not __fish_seen_subcommand_from add ls list offer release" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and not __fish_seen_subcommand_from add ls list offer release" -s h -l help -d 'Print help'
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and not __fish_seen_subcommand_from add ls list offer release" -f -a "add" -d 'Put somebody on the waiting list'
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and not __fish_seen_subcommand_from add ls list offer release" -f -a "ls" -d 'List who waits'
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and not __fish_seen_subcommand_from add ls list offer release" -f -a "list" -d 'List who waits'
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and not __fish_seen_subcommand_from add ls list offer release" -f -a "offer" -d 'Hold a room for somebody who waits'
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and not __fish_seen_subcommand_from add ls list offer release" -f -a "release" -d 'Give up a hold or a place on the waiting list'
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from add" -s n -l nights -d 'How many nights, beside a single day' -r
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from add" -l guest -d 'Register this guest, written "FAMILY, GIVEN"' -r
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from add" -l guest-id -d 'Take this registered guest' -r
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from add" -l email -d 'E-mail address of the new guest' -r
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from add" -l phone -d 'Telephone number of the new guest' -r
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from add" -l rate -d 'Rate plan [default: the cheapest]' -r
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from add" -l rooms -d 'How many rooms, all alike [default: 1]' -r
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from add" -l adults -d 'Adults in each room [default: 2]' -r
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from add" -l children -d 'Children in each room' -r
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from add" -l guarantee -d 'Who vouches for the money, where the rate wants that' -r -f -a "agency\t'The agency, by your word'"
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from add" -l promo -d 'Promotion or corporate code' -r
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from add" -l max-price -d 'Book nothing that costs more in all' -r
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from add" -l requests -d 'What the guest asks for' -r
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from add" -l idempotency-key -d 'Name the change, so that repeating it takes effect once' -r
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from add" -l expires -d 'Give the change up if it could not be sent for so long, as in 4h' -r
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from add" -l after-op -d 'Send the change only after this operation of the queue' -r
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from add" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from add" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from add" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from add" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from add" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from add" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from add" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from add" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from add" -l dry-run -d 'Ask the server what would happen and change nothing'
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from add" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from add" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from add" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from add" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from add" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from add" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from add" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from add" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from ls" -l hotel -d 'Only of this hotel' -r
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from ls" -l limit -d 'How many at most' -r
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from ls" -l cursor -d 'Go on where the last page ended' -r
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from ls" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from ls" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from ls" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from ls" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from ls" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from ls" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from ls" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from ls" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from ls" -l all -d 'All pages'
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from ls" -l no-pending -d 'Only what the house knows, without what waits in the queue'
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from ls" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from ls" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from ls" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from ls" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from ls" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from ls" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from ls" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help'
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from list" -l hotel -d 'Only of this hotel' -r
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from list" -l limit -d 'How many at most' -r
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from list" -l cursor -d 'Go on where the last page ended' -r
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from list" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from list" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from list" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from list" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from list" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from list" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from list" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from list" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from list" -l all -d 'All pages'
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from list" -l no-pending -d 'Only what the house knows, without what waits in the queue'
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from list" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from list" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from list" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from list" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from list" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from offer" -l hold -d 'For how long' -r
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from offer" -l idempotency-key -d 'Name the change, so that repeating it takes effect once' -r
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from offer" -l expires -d 'Give the change up if it could not be sent for so long, as in 4h' -r
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from offer" -l after-op -d 'Send the change only after this operation of the queue' -r
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from offer" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from offer" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from offer" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from offer" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from offer" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from offer" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from offer" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from offer" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from offer" -l dry-run -d 'Ask the server what would happen and change nothing'
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from offer" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from offer" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from offer" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from offer" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from offer" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from offer" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from offer" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from offer" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from offer" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from offer" -s h -l help -d 'Print help'
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from release" -l idempotency-key -d 'Name the change, so that repeating it takes effect once' -r
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from release" -l expires -d 'Give the change up if it could not be sent for so long, as in 4h' -r
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from release" -l after-op -d 'Send the change only after this operation of the queue' -r
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from release" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from release" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from release" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from release" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from release" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from release" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from release" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from release" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from release" -l dry-run -d 'Ask the server what would happen and change nothing'
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from release" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from release" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from release" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from release" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from release" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from release" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from release" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from release" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from release" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand waitlist; and __fish_seen_subcommand_from release" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c hotel -n "__fish_hotel_using_subcommand todo" -l hotel -d 'Only of this hotel' -r
complete -c hotel -n "__fish_hotel_using_subcommand todo" -l day -d 'Only what is about this day, as in today, tomorrow or 24dec [default: whatever is due]' -r
complete -c hotel -n "__fish_hotel_using_subcommand todo" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand todo" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand todo" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand todo" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand todo" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand todo" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand todo" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand todo" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand todo" -l counts -d 'Only how many there are for each reason'
complete -c hotel -n "__fish_hotel_using_subcommand todo" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand todo" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand todo" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand todo" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand todo" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand todo" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand todo" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand todo" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand todo" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand todo" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c hotel -n "__fish_hotel_using_subcommand shell" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand shell" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand shell" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand shell" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand shell" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand shell" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand shell" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand shell" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand shell" -l no-history -d 'Remember no line, and offer none of earlier'
complete -c hotel -n "__fish_hotel_using_subcommand shell" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand shell" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand shell" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand shell" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand shell" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand shell" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand shell" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand shell" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand shell" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand shell" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c hotel -n "__fish_hotel_using_subcommand batch" -l id -d 'Name of the batch [default: the file\'s path]' -r
complete -c hotel -n "__fish_hotel_using_subcommand batch" -l max-failures -d 'Go on after commands that failed, up to so many' -r
complete -c hotel -n "__fish_hotel_using_subcommand batch" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand batch" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand batch" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand batch" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand batch" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand batch" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand batch" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand batch" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand batch" -l continue-on-error -d 'Go on after a command that failed'
complete -c hotel -n "__fish_hotel_using_subcommand batch" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand batch" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand batch" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand batch" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand batch" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand batch" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand batch" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand batch" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand batch" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand batch" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and not __fish_seen_subcommand_from ls list show diff edit hold release retry resolve drop run export import log adopt" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand queue; and not __fish_seen_subcommand_from ls list show diff edit hold release retry resolve drop run export import log adopt" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand queue; and not __fish_seen_subcommand_from ls list show diff edit hold release retry resolve drop run export import log adopt" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand queue; and not __fish_seen_subcommand_from ls list show diff edit hold release retry resolve drop run export import log adopt" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand queue; and not __fish_seen_subcommand_from ls list show diff edit hold release retry resolve drop run export import log adopt" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand queue; and not __fish_seen_subcommand_from ls list show diff edit hold release retry resolve drop run export import log adopt" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand queue; and not __fish_seen_subcommand_from ls list show diff edit hold release retry resolve drop run export import log adopt" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand queue; and not __fish_seen_subcommand_from ls list show diff edit hold release retry resolve drop run export import log adopt" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand queue; and not __fish_seen_subcommand_from ls list show diff edit hold release retry resolve drop run export import log adopt" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and not __fish_seen_subcommand_from ls list show diff edit hold release retry resolve drop run export import log adopt" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and not __fish_seen_subcommand_from ls list show diff edit hold release retry resolve drop run export import log adopt" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and not __fish_seen_subcommand_from ls list show diff edit hold release retry resolve drop run export import log adopt" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and not __fish_seen_subcommand_from ls list show diff edit hold release retry resolve drop run export import log adopt" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and not __fish_seen_subcommand_from ls list show diff edit hold release retry resolve drop run export import log adopt" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and not __fish_seen_subcommand_from ls list show diff edit hold release retry resolve drop run export import log adopt" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and not __fish_seen_subcommand_from ls list show diff edit hold release retry resolve drop run export import log adopt" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and not __fish_seen_subcommand_from ls list show diff edit hold release retry resolve drop run export import log adopt" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and not __fish_seen_subcommand_from ls list show diff edit hold release retry resolve drop run export import log adopt" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and not __fish_seen_subcommand_from ls list show diff edit hold release retry resolve drop run export import log adopt" -f -a "ls" -d 'List what waits, and what needs your word'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and not __fish_seen_subcommand_from ls list show diff edit hold release retry resolve drop run export import log adopt" -f -a "list" -d 'List what waits, and what needs your word'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and not __fish_seen_subcommand_from ls list show diff edit hold release retry resolve drop run export import log adopt" -f -a "show" -d 'Show an operation; of a conflict both sides, and what could be had instead'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and not __fish_seen_subcommand_from ls list show diff edit hold release retry resolve drop run export import log adopt" -f -a "diff" -d 'Show what was changed meanwhile of what an operation would change'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and not __fish_seen_subcommand_from ls list show diff edit hold release retry resolve drop run export import log adopt" -f -a "edit" -d 'Change what an operation will ask for'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and not __fish_seen_subcommand_from ls list show diff edit hold release retry resolve drop run export import log adopt" -f -a "hold" -d 'Keep operations back until they are released'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and not __fish_seen_subcommand_from ls list show diff edit hold release retry resolve drop run export import log adopt" -f -a "release" -d 'Let operations go that were kept back'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and not __fish_seen_subcommand_from ls list show diff edit hold release retry resolve drop run export import log adopt" -f -a "retry" -d 'Try operations again at once'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and not __fish_seen_subcommand_from ls list show diff edit hold release retry resolve drop run export import log adopt" -f -a "resolve" -d 'Decide a conflict: your side, the other one, or something else'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and not __fish_seen_subcommand_from ls list show diff edit hold release retry resolve drop run export import log adopt" -f -a "drop" -d 'Give operations up that were not done'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and not __fish_seen_subcommand_from ls list show diff edit hold release retry resolve drop run export import log adopt" -f -a "run" -d 'Send what waits'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and not __fish_seen_subcommand_from ls list show diff edit hold release retry resolve drop run export import log adopt" -f -a "export" -d 'Write what waits as JSON lines, for another machine'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and not __fish_seen_subcommand_from ls list show diff edit hold release retry resolve drop run export import log adopt" -f -a "import" -d 'Take over what another machine wrote with `hotel queue export`'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and not __fish_seen_subcommand_from ls list show diff edit hold release retry resolve drop run export import log adopt" -f -a "log" -d 'List the latest changes you made, whatever became of them'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and not __fish_seen_subcommand_from ls list show diff edit hold release retry resolve drop run export import log adopt" -f -a "adopt" -d 'Take over operations that another user of this profile asked for'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from ls" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from ls" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from ls" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from ls" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from ls" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from ls" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from ls" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from ls" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from ls" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from ls" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from ls" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from ls" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from ls" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from ls" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from ls" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from list" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from list" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from list" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from list" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from list" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from list" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from list" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from list" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from list" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from list" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from list" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from list" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from list" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from show" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from show" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from show" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from show" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from show" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from show" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from show" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from show" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from show" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from show" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from show" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from show" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from show" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from show" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from diff" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from diff" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from diff" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from diff" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from diff" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from diff" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from diff" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from diff" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from diff" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from diff" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from diff" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from diff" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from diff" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from diff" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from diff" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from diff" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from diff" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from diff" -s h -l help -d 'Print help'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from edit" -l set -d 'A field of the request and its new value; without any, the request opens in your editor' -r
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from edit" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from edit" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from edit" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from edit" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from edit" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from edit" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from edit" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from edit" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from edit" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from edit" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from edit" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from edit" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from edit" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from edit" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from edit" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from edit" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from hold" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from hold" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from hold" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from hold" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from hold" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from hold" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from hold" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from hold" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from hold" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from hold" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from hold" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from hold" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from hold" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from hold" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from hold" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from hold" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from hold" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from hold" -s h -l help -d 'Print help'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from release" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from release" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from release" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from release" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from release" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from release" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from release" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from release" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from release" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from release" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from release" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from release" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from release" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from release" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from release" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from release" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from release" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from release" -s h -l help -d 'Print help'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from retry" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from retry" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from retry" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from retry" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from retry" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from retry" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from retry" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from retry" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from retry" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from retry" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from retry" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from retry" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from retry" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from retry" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from retry" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from retry" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from retry" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from retry" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from resolve" -l alt -d 'Book the alternative of this number instead' -r
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from resolve" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from resolve" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from resolve" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from resolve" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from resolve" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from resolve" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from resolve" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from resolve" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from resolve" -l mine -d 'Make your change upon what is the case now'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from resolve" -l theirs -d 'Leave it as the others made it, and give yours up'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from resolve" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from resolve" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from resolve" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from resolve" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from resolve" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from resolve" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from resolve" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from resolve" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from resolve" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from resolve" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from drop" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from drop" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from drop" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from drop" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from drop" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from drop" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from drop" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from drop" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from drop" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from drop" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from drop" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from drop" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from drop" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from drop" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from drop" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from drop" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from drop" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from drop" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from run" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from run" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from run" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from run" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from run" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from run" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from run" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from run" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from run" -s w -l watch -d 'Go on until stopped'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from run" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from run" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from run" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from run" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from run" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from run" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from run" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from run" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from run" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from run" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from export" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from export" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from export" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from export" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from export" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from export" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from export" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from export" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from export" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from export" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from export" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from export" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from export" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from export" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from export" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from export" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from export" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from export" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from import" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from import" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from import" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from import" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from import" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from import" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from import" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from import" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from import" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from import" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from import" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from import" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from import" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from import" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from import" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from import" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from import" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from import" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from log" -s n -l last -d 'How many, the last first' -r
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from log" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from log" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from log" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from log" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from log" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from log" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from log" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from log" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from log" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from log" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from log" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from log" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from log" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from log" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from log" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from log" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from log" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from log" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from adopt" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from adopt" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from adopt" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from adopt" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from adopt" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from adopt" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from adopt" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from adopt" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from adopt" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from adopt" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from adopt" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from adopt" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from adopt" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from adopt" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from adopt" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from adopt" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from adopt" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand queue; and __fish_seen_subcommand_from adopt" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c hotel -n "__fish_hotel_using_subcommand status" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand status" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand status" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand status" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand status" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand status" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand status" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand status" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand status" -s s -l short -d 'A few letters for a prompt'
complete -c hotel -n "__fish_hotel_using_subcommand status" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand status" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand status" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand status" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand status" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand status" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand status" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand status" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand status" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand status" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c hotel -n "__fish_hotel_using_subcommand sync" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand sync" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand sync" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand sync" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand sync" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand sync" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand sync" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand sync" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand sync" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand sync" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand sync" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand sync" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand sync" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand sync" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand sync" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand sync" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand sync" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand sync" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c hotel -n "__fish_hotel_using_subcommand events; and not __fish_seen_subcommand_from list tail cursors dead retry resend trigger" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand events; and not __fish_seen_subcommand_from list tail cursors dead retry resend trigger" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand events; and not __fish_seen_subcommand_from list tail cursors dead retry resend trigger" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand events; and not __fish_seen_subcommand_from list tail cursors dead retry resend trigger" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand events; and not __fish_seen_subcommand_from list tail cursors dead retry resend trigger" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand events; and not __fish_seen_subcommand_from list tail cursors dead retry resend trigger" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand events; and not __fish_seen_subcommand_from list tail cursors dead retry resend trigger" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand events; and not __fish_seen_subcommand_from list tail cursors dead retry resend trigger" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand events; and not __fish_seen_subcommand_from list tail cursors dead retry resend trigger" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand events; and not __fish_seen_subcommand_from list tail cursors dead retry resend trigger" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand events; and not __fish_seen_subcommand_from list tail cursors dead retry resend trigger" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand events; and not __fish_seen_subcommand_from list tail cursors dead retry resend trigger" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand events; and not __fish_seen_subcommand_from list tail cursors dead retry resend trigger" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand events; and not __fish_seen_subcommand_from list tail cursors dead retry resend trigger" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand events; and not __fish_seen_subcommand_from list tail cursors dead retry resend trigger" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand events; and not __fish_seen_subcommand_from list tail cursors dead retry resend trigger" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand events; and not __fish_seen_subcommand_from list tail cursors dead retry resend trigger" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand events; and not __fish_seen_subcommand_from list tail cursors dead retry resend trigger" -s h -l help -d 'Print help'
complete -c hotel -n "__fish_hotel_using_subcommand events; and not __fish_seen_subcommand_from list tail cursors dead retry resend trigger" -f -a "list" -d 'List events, oldest first'
complete -c hotel -n "__fish_hotel_using_subcommand events; and not __fish_seen_subcommand_from list tail cursors dead retry resend trigger" -f -a "tail" -d 'Follow what happens, as it happens'
complete -c hotel -n "__fish_hotel_using_subcommand events; and not __fish_seen_subcommand_from list tail cursors dead retry resend trigger" -f -a "cursors" -d 'List, reset and remove the cursors of `hotel tail --cursor`'
complete -c hotel -n "__fish_hotel_using_subcommand events; and not __fish_seen_subcommand_from list tail cursors dead retry resend trigger" -f -a "dead" -d 'List events that a target has not taken'
complete -c hotel -n "__fish_hotel_using_subcommand events; and not __fish_seen_subcommand_from list tail cursors dead retry resend trigger" -f -a "retry" -d 'Send events once more that a target has not taken'
complete -c hotel -n "__fish_hotel_using_subcommand events; and not __fish_seen_subcommand_from list tail cursors dead retry resend trigger" -f -a "resend" -d 'Send one event of the past to a target, once'
complete -c hotel -n "__fish_hotel_using_subcommand events; and not __fish_seen_subcommand_from list tail cursors dead retry resend trigger" -f -a "trigger" -d 'Send a made-up event to a target, to try it out'
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from list" -l type -d 'Only of these types, as in booking.cancelled or \'booking.*\'' -r
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from list" -l hotel -d 'Only of this hotel' -r
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from list" -l booking -d 'Only about this booking' -r
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from list" -l since -d 'Only those since then: a length of time ago as 2h, or an instant' -r
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from list" -l until -d 'Only those before this moment: a length of time ago, or an instant' -r
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from list" -l after -d 'Only those after this position of the feed' -r
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from list" -l last -d 'The newest so many, instead of the oldest' -r
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from list" -l limit -d 'How many at most' -r
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from list" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from list" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from list" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from list" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from list" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from list" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from list" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from list" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from list" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from list" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from list" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from list" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from list" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from tail" -l type -d 'Only of these types, as in booking.cancelled or \'booking.*\'' -r
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from tail" -l hotel -d 'Only of this hotel' -r
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from tail" -l booking -d 'Only about this booking' -r
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from tail" -l since -d 'Only those since then: a length of time ago as 2h, or an instant' -r
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from tail" -l until -d 'Only those before this moment: a length of time ago, or an instant' -r
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from tail" -l after -d 'Begin after this position of the feed' -r
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from tail" -s n -l last -d 'Begin with the newest so many' -r
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from tail" -l cursor -d 'Go on where this cursor stands, and keep it; a new one begins where the other flags say' -r
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from tail" -l count -d 'End after so many events' -r
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from tail" -l exit-on -d 'End after the first event of one of these types' -r
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from tail" -l max-offline -d 'End if the feed is away for longer than this, as in 10m' -r
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from tail" -l forward-to -d 'Hand each event to this address, signed as Standard Webhooks says' -r
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from tail" -l secret-file -d 'Sign with the secret in this file, which its owner alone may read [env: `HOTEL_WEBHOOK_SECRET` holds one]' -r -F
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from tail" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from tail" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from tail" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from tail" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from tail" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from tail" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from tail" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from tail" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from tail" -l fail-on-gap -d 'End if events can\'t be told any more, instead of going on after them'
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from tail" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from tail" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from tail" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from tail" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from tail" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from tail" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from tail" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from tail" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from tail" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from tail" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from cursors" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from cursors" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from cursors" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from cursors" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from cursors" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from cursors" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from cursors" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from cursors" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from cursors" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from cursors" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from cursors" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from cursors" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from cursors" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from cursors" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from cursors" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from cursors" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from cursors" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from cursors" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from cursors" -f -a "list" -d 'List the cursors of the profile'
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from cursors" -f -a "reset" -d 'Put a cursor to another place, to be told something again or to leave something out'
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from cursors" -f -a "remove" -d 'Forget a cursor'
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from dead" -l forward-to -d 'Only of this target' -r
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from dead" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from dead" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from dead" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from dead" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from dead" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from dead" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from dead" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from dead" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from dead" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from dead" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from dead" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from dead" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from dead" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from dead" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from dead" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from dead" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from dead" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from dead" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from retry" -l forward-to -d 'Hand each event to this address, signed as Standard Webhooks says' -r
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from retry" -l secret-file -d 'Sign with the secret in this file, which its owner alone may read [env: `HOTEL_WEBHOOK_SECRET` holds one]' -r -F
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from retry" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from retry" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from retry" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from retry" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from retry" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from retry" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from retry" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from retry" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from retry" -l all -d 'All of them'
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from retry" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from retry" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from retry" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from retry" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from retry" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from retry" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from retry" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from retry" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from retry" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from retry" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from resend" -l forward-to -d 'Hand each event to this address, signed as Standard Webhooks says' -r
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from resend" -l secret-file -d 'Sign with the secret in this file, which its owner alone may read [env: `HOTEL_WEBHOOK_SECRET` holds one]' -r -F
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from resend" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from resend" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from resend" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from resend" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from resend" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from resend" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from resend" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from resend" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from resend" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from resend" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from resend" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from resend" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from resend" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from resend" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from resend" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from resend" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from resend" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from resend" -s h -l help -d 'Print help'
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from trigger" -l forward-to -d 'Hand each event to this address, signed as Standard Webhooks says' -r
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from trigger" -l secret-file -d 'Sign with the secret in this file, which its owner alone may read [env: `HOTEL_WEBHOOK_SECRET` holds one]' -r -F
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from trigger" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from trigger" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from trigger" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from trigger" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from trigger" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from trigger" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from trigger" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from trigger" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from trigger" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from trigger" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from trigger" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from trigger" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from trigger" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from trigger" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from trigger" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from trigger" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from trigger" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand events; and __fish_seen_subcommand_from trigger" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c hotel -n "__fish_hotel_using_subcommand tail" -l type -d 'Only of these types, as in booking.cancelled or \'booking.*\'' -r
complete -c hotel -n "__fish_hotel_using_subcommand tail" -l hotel -d 'Only of this hotel' -r
complete -c hotel -n "__fish_hotel_using_subcommand tail" -l booking -d 'Only about this booking' -r
complete -c hotel -n "__fish_hotel_using_subcommand tail" -l since -d 'Only those since then: a length of time ago as 2h, or an instant' -r
complete -c hotel -n "__fish_hotel_using_subcommand tail" -l until -d 'Only those before this moment: a length of time ago, or an instant' -r
complete -c hotel -n "__fish_hotel_using_subcommand tail" -l after -d 'Begin after this position of the feed' -r
complete -c hotel -n "__fish_hotel_using_subcommand tail" -s n -l last -d 'Begin with the newest so many' -r
complete -c hotel -n "__fish_hotel_using_subcommand tail" -l cursor -d 'Go on where this cursor stands, and keep it; a new one begins where the other flags say' -r
complete -c hotel -n "__fish_hotel_using_subcommand tail" -l count -d 'End after so many events' -r
complete -c hotel -n "__fish_hotel_using_subcommand tail" -l exit-on -d 'End after the first event of one of these types' -r
complete -c hotel -n "__fish_hotel_using_subcommand tail" -l max-offline -d 'End if the feed is away for longer than this, as in 10m' -r
complete -c hotel -n "__fish_hotel_using_subcommand tail" -l forward-to -d 'Hand each event to this address, signed as Standard Webhooks says' -r
complete -c hotel -n "__fish_hotel_using_subcommand tail" -l secret-file -d 'Sign with the secret in this file, which its owner alone may read [env: `HOTEL_WEBHOOK_SECRET` holds one]' -r -F
complete -c hotel -n "__fish_hotel_using_subcommand tail" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand tail" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand tail" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand tail" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand tail" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand tail" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand tail" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand tail" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand tail" -l fail-on-gap -d 'End if events can\'t be told any more, instead of going on after them'
complete -c hotel -n "__fish_hotel_using_subcommand tail" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand tail" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand tail" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand tail" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand tail" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand tail" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand tail" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand tail" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand tail" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand tail" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and not __fish_seen_subcommand_from list show add set remove" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and not __fish_seen_subcommand_from list show add set remove" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and not __fish_seen_subcommand_from list show add set remove" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and not __fish_seen_subcommand_from list show add set remove" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and not __fish_seen_subcommand_from list show add set remove" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and not __fish_seen_subcommand_from list show add set remove" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and not __fish_seen_subcommand_from list show add set remove" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and not __fish_seen_subcommand_from list show add set remove" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and not __fish_seen_subcommand_from list show add set remove" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and not __fish_seen_subcommand_from list show add set remove" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and not __fish_seen_subcommand_from list show add set remove" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and not __fish_seen_subcommand_from list show add set remove" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and not __fish_seen_subcommand_from list show add set remove" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and not __fish_seen_subcommand_from list show add set remove" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and not __fish_seen_subcommand_from list show add set remove" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and not __fish_seen_subcommand_from list show add set remove" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and not __fish_seen_subcommand_from list show add set remove" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and not __fish_seen_subcommand_from list show add set remove" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and not __fish_seen_subcommand_from list show add set remove" -f -a "list" -d 'List hotels'
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and not __fish_seen_subcommand_from list show add set remove" -f -a "show" -d 'Show a hotel'
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and not __fish_seen_subcommand_from list show add set remove" -f -a "add" -d 'Add a hotel'
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and not __fish_seen_subcommand_from list show add set remove" -f -a "set" -d 'Change a hotel'
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and not __fish_seen_subcommand_from list show add set remove" -f -a "remove" -d 'End the sale of a hotel'
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from list" -l place -d 'Only this hotel, city code, or city whose name begins so' -r
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from list" -l limit -d 'How many at most' -r
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from list" -l cursor -d 'Go on where the last page ended' -r
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from list" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from list" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from list" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from list" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from list" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from list" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from list" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from list" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from list" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from list" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from list" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from list" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from list" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from show" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from show" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from show" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from show" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from show" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from show" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from show" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from show" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from show" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from show" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from show" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from show" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from show" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from show" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help'
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from add" -l file -d 'Read the whole hotel from a file of JSON, or - for stdin' -r
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from add" -l name -d 'Its name' -r
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from add" -l city -d 'The city as people write it' -r
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from add" -l city-code -d 'A short code of the city, as BER' -r
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from add" -l country -d 'The country\'s two letters' -r
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from add" -l zone -d 'The zone its nights lie in, as Europe/Berlin; for ever' -r
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from add" -l at -d 'Where it stands, in degrees north and east' -r
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from add" -l stars -d 'How many stars' -r
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from add" -l currency -d 'The currency of its prices; for ever' -r
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from add" -l amenity -d 'What the house offers, as in pool,wifi; all of it' -r
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from add" -l auto-confirm -d 'Whether bookings are confirmed without a person of the hotel' -r -f -a "true\t''
false\t''"
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from add" -l day-starts -d 'When the business day begins, as in 03:00' -r
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from add" -l idempotency-key -d 'Name the change, so that repeating it takes effect once' -r
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from add" -l expires -d 'Give the change up if it could not be sent for so long, as in 4h' -r
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from add" -l after-op -d 'Send the change only after this operation of the queue' -r
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from add" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from add" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from add" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from add" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from add" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from add" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from add" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from add" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from add" -l dry-run -d 'Ask the server what would happen and change nothing'
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from add" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from add" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from add" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from add" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from add" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from add" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from add" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from add" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from set" -l file -d 'Read the whole hotel from a file of JSON, or - for stdin' -r
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from set" -l name -d 'Its name' -r
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from set" -l city -d 'The city as people write it' -r
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from set" -l city-code -d 'A short code of the city, as BER' -r
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from set" -l country -d 'The country\'s two letters' -r
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from set" -l zone -d 'The zone its nights lie in, as Europe/Berlin; for ever' -r
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from set" -l at -d 'Where it stands, in degrees north and east' -r
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from set" -l stars -d 'How many stars' -r
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from set" -l currency -d 'The currency of its prices; for ever' -r
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from set" -l amenity -d 'What the house offers, as in pool,wifi; all of it' -r
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from set" -l auto-confirm -d 'Whether bookings are confirmed without a person of the hotel' -r -f -a "true\t''
false\t''"
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from set" -l day-starts -d 'When the business day begins, as in 03:00' -r
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from set" -l idempotency-key -d 'Name the change, so that repeating it takes effect once' -r
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from set" -l expires -d 'Give the change up if it could not be sent for so long, as in 4h' -r
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from set" -l after-op -d 'Send the change only after this operation of the queue' -r
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from set" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from set" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from set" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from set" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from set" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from set" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from set" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from set" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from set" -l active -d 'Sell again after `hotels remove`'
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from set" -l dry-run -d 'Ask the server what would happen and change nothing'
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from set" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from set" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from set" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from set" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from set" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from set" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from set" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from set" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from set" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from set" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from remove" -l idempotency-key -d 'Name the change, so that repeating it takes effect once' -r
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from remove" -l expires -d 'Give the change up if it could not be sent for so long, as in 4h' -r
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from remove" -l after-op -d 'Send the change only after this operation of the queue' -r
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from remove" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from remove" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from remove" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from remove" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from remove" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from remove" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from remove" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from remove" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from remove" -l dry-run -d 'Ask the server what would happen and change nothing'
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from remove" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from remove" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from remove" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from remove" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from remove" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from remove" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from remove" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from remove" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from remove" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand hotels; and __fish_seen_subcommand_from remove" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and not __fish_seen_subcommand_from list show add set remove" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and not __fish_seen_subcommand_from list show add set remove" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and not __fish_seen_subcommand_from list show add set remove" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and not __fish_seen_subcommand_from list show add set remove" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and not __fish_seen_subcommand_from list show add set remove" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and not __fish_seen_subcommand_from list show add set remove" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and not __fish_seen_subcommand_from list show add set remove" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and not __fish_seen_subcommand_from list show add set remove" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and not __fish_seen_subcommand_from list show add set remove" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and not __fish_seen_subcommand_from list show add set remove" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and not __fish_seen_subcommand_from list show add set remove" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and not __fish_seen_subcommand_from list show add set remove" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and not __fish_seen_subcommand_from list show add set remove" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and not __fish_seen_subcommand_from list show add set remove" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and not __fish_seen_subcommand_from list show add set remove" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and not __fish_seen_subcommand_from list show add set remove" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and not __fish_seen_subcommand_from list show add set remove" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and not __fish_seen_subcommand_from list show add set remove" -s h -l help -d 'Print help'
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and not __fish_seen_subcommand_from list show add set remove" -f -a "list" -d 'List the room types of a hotel'
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and not __fish_seen_subcommand_from list show add set remove" -f -a "show" -d 'Show a room type'
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and not __fish_seen_subcommand_from list show add set remove" -f -a "add" -d 'Add a room type to a hotel'
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and not __fish_seen_subcommand_from list show add set remove" -f -a "set" -d 'Change a room type'
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and not __fish_seen_subcommand_from list show add set remove" -f -a "remove" -d 'Remove a room type that has no rooms and no nights sold'
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from list" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from list" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from list" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from list" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from list" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from list" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from list" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from list" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from list" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from list" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from list" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from list" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from list" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from show" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from show" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from show" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from show" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from show" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from show" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from show" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from show" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from show" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from show" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from show" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from show" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from show" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from show" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help'
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from add" -l name -d 'Its name' -r
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from add" -l adults -d 'The most adults in a room' -r
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from add" -l children -d 'The most children in a room' -r
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from add" -l people -d 'The most people in a room [default: adults and children together]' -r
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from add" -l amenity -d 'What the room offers, as in balcony,bath' -r
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from add" -l idempotency-key -d 'Name the change, so that repeating it takes effect once' -r
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from add" -l expires -d 'Give the change up if it could not be sent for so long, as in 4h' -r
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from add" -l after-op -d 'Send the change only after this operation of the queue' -r
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from add" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from add" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from add" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from add" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from add" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from add" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from add" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from add" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from add" -l dry-run -d 'Ask the server what would happen and change nothing'
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from add" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from add" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from add" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from add" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from add" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from add" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from add" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from add" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help'
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from set" -l name -d 'Its name' -r
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from set" -l adults -d 'The most adults in a room' -r
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from set" -l children -d 'The most children in a room' -r
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from set" -l people -d 'The most people in a room' -r
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from set" -l amenity -d 'What the room offers, as in balcony,bath; all of it' -r
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from set" -l idempotency-key -d 'Name the change, so that repeating it takes effect once' -r
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from set" -l expires -d 'Give the change up if it could not be sent for so long, as in 4h' -r
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from set" -l after-op -d 'Send the change only after this operation of the queue' -r
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from set" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from set" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from set" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from set" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from set" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from set" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from set" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from set" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from set" -l dry-run -d 'Ask the server what would happen and change nothing'
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from set" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from set" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from set" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from set" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from set" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from set" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from set" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from set" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from set" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from set" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from remove" -l idempotency-key -d 'Name the change, so that repeating it takes effect once' -r
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from remove" -l expires -d 'Give the change up if it could not be sent for so long, as in 4h' -r
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from remove" -l after-op -d 'Send the change only after this operation of the queue' -r
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from remove" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from remove" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from remove" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from remove" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from remove" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from remove" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from remove" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from remove" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from remove" -l dry-run -d 'Ask the server what would happen and change nothing'
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from remove" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from remove" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from remove" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from remove" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from remove" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from remove" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from remove" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from remove" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from remove" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand room-types; and __fish_seen_subcommand_from remove" -s h -l help -d 'Print help'
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and not __fish_seen_subcommand_from list add remove out-of-order in-order chart" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and not __fish_seen_subcommand_from list add remove out-of-order in-order chart" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and not __fish_seen_subcommand_from list add remove out-of-order in-order chart" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and not __fish_seen_subcommand_from list add remove out-of-order in-order chart" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and not __fish_seen_subcommand_from list add remove out-of-order in-order chart" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and not __fish_seen_subcommand_from list add remove out-of-order in-order chart" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and not __fish_seen_subcommand_from list add remove out-of-order in-order chart" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and not __fish_seen_subcommand_from list add remove out-of-order in-order chart" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and not __fish_seen_subcommand_from list add remove out-of-order in-order chart" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and not __fish_seen_subcommand_from list add remove out-of-order in-order chart" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and not __fish_seen_subcommand_from list add remove out-of-order in-order chart" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and not __fish_seen_subcommand_from list add remove out-of-order in-order chart" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and not __fish_seen_subcommand_from list add remove out-of-order in-order chart" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and not __fish_seen_subcommand_from list add remove out-of-order in-order chart" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and not __fish_seen_subcommand_from list add remove out-of-order in-order chart" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and not __fish_seen_subcommand_from list add remove out-of-order in-order chart" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and not __fish_seen_subcommand_from list add remove out-of-order in-order chart" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and not __fish_seen_subcommand_from list add remove out-of-order in-order chart" -s h -l help -d 'Print help'
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and not __fish_seen_subcommand_from list add remove out-of-order in-order chart" -f -a "list" -d 'List the rooms of a hotel'
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and not __fish_seen_subcommand_from list add remove out-of-order in-order chart" -f -a "add" -d 'Add rooms to a hotel, or change their type or note'
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and not __fish_seen_subcommand_from list add remove out-of-order in-order chart" -f -a "remove" -d 'Remove a room'
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and not __fish_seen_subcommand_from list add remove out-of-order in-order chart" -f -a "out-of-order" -d 'Take a room out of order, which takes it out of the sale'
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and not __fish_seen_subcommand_from list add remove out-of-order in-order chart" -f -a "in-order" -d 'Put a room back in order'
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and not __fish_seen_subcommand_from list add remove out-of-order in-order chart" -f -a "chart" -d 'Show who has which room on which night'
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from list" -l type -d 'Only rooms of this type' -r
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from list" -l limit -d 'How many at most' -r
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from list" -l cursor -d 'Go on where the last page ended' -r
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from list" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from list" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from list" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from list" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from list" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from list" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from list" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from list" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from list" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from list" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from list" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from list" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from list" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from add" -l note -d 'Where they lie and what is special about them' -r
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from add" -l idempotency-key -d 'Name the change, so that repeating it takes effect once' -r
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from add" -l expires -d 'Give the change up if it could not be sent for so long, as in 4h' -r
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from add" -l after-op -d 'Send the change only after this operation of the queue' -r
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from add" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from add" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from add" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from add" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from add" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from add" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from add" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from add" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from add" -l dry-run -d 'Ask the server what would happen and change nothing'
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from add" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from add" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from add" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from add" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from add" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from add" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from add" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from add" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help'
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from remove" -l idempotency-key -d 'Name the change, so that repeating it takes effect once' -r
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from remove" -l expires -d 'Give the change up if it could not be sent for so long, as in 4h' -r
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from remove" -l after-op -d 'Send the change only after this operation of the queue' -r
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from remove" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from remove" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from remove" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from remove" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from remove" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from remove" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from remove" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from remove" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from remove" -l dry-run -d 'Ask the server what would happen and change nothing'
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from remove" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from remove" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from remove" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from remove" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from remove" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from remove" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from remove" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from remove" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from remove" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from remove" -s h -l help -d 'Print help'
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from out-of-order" -l idempotency-key -d 'Name the change, so that repeating it takes effect once' -r
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from out-of-order" -l expires -d 'Give the change up if it could not be sent for so long, as in 4h' -r
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from out-of-order" -l after-op -d 'Send the change only after this operation of the queue' -r
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from out-of-order" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from out-of-order" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from out-of-order" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from out-of-order" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from out-of-order" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from out-of-order" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from out-of-order" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from out-of-order" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from out-of-order" -l dry-run -d 'Ask the server what would happen and change nothing'
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from out-of-order" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from out-of-order" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from out-of-order" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from out-of-order" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from out-of-order" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from out-of-order" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from out-of-order" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from out-of-order" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from out-of-order" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from out-of-order" -s h -l help -d 'Print help'
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from in-order" -l idempotency-key -d 'Name the change, so that repeating it takes effect once' -r
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from in-order" -l expires -d 'Give the change up if it could not be sent for so long, as in 4h' -r
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from in-order" -l after-op -d 'Send the change only after this operation of the queue' -r
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from in-order" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from in-order" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from in-order" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from in-order" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from in-order" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from in-order" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from in-order" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from in-order" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from in-order" -l dry-run -d 'Ask the server what would happen and change nothing'
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from in-order" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from in-order" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from in-order" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from in-order" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from in-order" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from in-order" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from in-order" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from in-order" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from in-order" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from in-order" -s h -l help -d 'Print help'
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from chart" -l type -d 'Only rooms of this type' -r
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from chart" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from chart" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from chart" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from chart" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from chart" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from chart" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from chart" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from chart" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from chart" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from chart" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from chart" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from chart" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from chart" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from chart" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from chart" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from chart" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from chart" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand rooms; and __fish_seen_subcommand_from chart" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c hotel -n "__fish_hotel_using_subcommand rates; and not __fish_seen_subcommand_from plans show set plan-add plan-remove" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand rates; and not __fish_seen_subcommand_from plans show set plan-add plan-remove" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand rates; and not __fish_seen_subcommand_from plans show set plan-add plan-remove" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand rates; and not __fish_seen_subcommand_from plans show set plan-add plan-remove" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand rates; and not __fish_seen_subcommand_from plans show set plan-add plan-remove" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand rates; and not __fish_seen_subcommand_from plans show set plan-add plan-remove" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand rates; and not __fish_seen_subcommand_from plans show set plan-add plan-remove" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand rates; and not __fish_seen_subcommand_from plans show set plan-add plan-remove" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand rates; and not __fish_seen_subcommand_from plans show set plan-add plan-remove" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand rates; and not __fish_seen_subcommand_from plans show set plan-add plan-remove" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand rates; and not __fish_seen_subcommand_from plans show set plan-add plan-remove" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand rates; and not __fish_seen_subcommand_from plans show set plan-add plan-remove" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand rates; and not __fish_seen_subcommand_from plans show set plan-add plan-remove" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand rates; and not __fish_seen_subcommand_from plans show set plan-add plan-remove" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand rates; and not __fish_seen_subcommand_from plans show set plan-add plan-remove" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand rates; and not __fish_seen_subcommand_from plans show set plan-add plan-remove" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand rates; and not __fish_seen_subcommand_from plans show set plan-add plan-remove" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand rates; and not __fish_seen_subcommand_from plans show set plan-add plan-remove" -s h -l help -d 'Print help'
complete -c hotel -n "__fish_hotel_using_subcommand rates; and not __fish_seen_subcommand_from plans show set plan-add plan-remove" -f -a "plans" -d 'List the rate plans of a hotel'
complete -c hotel -n "__fish_hotel_using_subcommand rates; and not __fish_seen_subcommand_from plans show set plan-add plan-remove" -f -a "show" -d 'Show the nightly prices and restrictions of a hotel'
complete -c hotel -n "__fish_hotel_using_subcommand rates; and not __fish_seen_subcommand_from plans show set plan-add plan-remove" -f -a "set" -d 'Set nightly prices and restrictions of a rate plan'
complete -c hotel -n "__fish_hotel_using_subcommand rates; and not __fish_seen_subcommand_from plans show set plan-add plan-remove" -f -a "plan-add" -d 'Add a rate plan to a hotel, or change one with --file'
complete -c hotel -n "__fish_hotel_using_subcommand rates; and not __fish_seen_subcommand_from plans show set plan-add plan-remove" -f -a "plan-remove" -d 'Remove a rate plan that no other derives from'
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from plans" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from plans" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from plans" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from plans" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from plans" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from plans" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from plans" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from plans" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from plans" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from plans" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from plans" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from plans" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from plans" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from plans" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from plans" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from plans" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from plans" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from plans" -s h -l help -d 'Print help'
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from show" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from show" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from show" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from show" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from show" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from show" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from show" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from show" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from show" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from show" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from show" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from show" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from show" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from show" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from set" -l weekdays -d 'Only on these days of the week, as in fri,sat' -r
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from set" -l min-stay -d 'The shortest stay from an arrival on these nights' -r
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from set" -l max-stay -d 'The longest stay from an arrival on these nights' -r
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from set" -l idempotency-key -d 'Name the change, so that repeating it takes effect once' -r
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from set" -l expires -d 'Give the change up if it could not be sent for so long, as in 4h' -r
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from set" -l after-op -d 'Send the change only after this operation of the queue' -r
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from set" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from set" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from set" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from set" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from set" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from set" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from set" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from set" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from set" -l closed -d 'Don\'t sell these nights under this plan'
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from set" -l open -d 'Sell these nights, and lift every restriction that is not named'
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from set" -l cta -d 'No stay may begin on these days'
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from set" -l ctd -d 'No stay may end on these days'
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from set" -l dry-run -d 'Ask the server what would happen and change nothing'
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from set" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from set" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from set" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from set" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from set" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from set" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from set" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from set" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from set" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from set" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from plan-add" -l file -d 'Read the whole plan from a file of JSON, or - for stdin' -r
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from plan-add" -l name -d 'Its name' -r
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from plan-add" -l payment -d 'When the house wants its money' -r -f -a "at-hotel\t'On the spot, at the hotel'
guarantee\t'A guarantee at booking'
prepaid\t'All of it at booking'"
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from plan-add" -l derive -d 'Take the prices of another plan, more or less, as in BAR:-10%' -r
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from plan-add" -l free-until -d 'Until when cancelling is free, as in 1d18:00' -r
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from plan-add" -l fee -d 'What cancelling costs: first-night, 2-nights, whole-stay, 50% or an amount a room' -r
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from plan-add" -l no-show-fee -d 'What staying away costs [default: the fee of cancelling]' -r
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from plan-add" -l early-fee -d 'What leaving early costs, of the nights given back [default: none]' -r
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from plan-add" -l meals -d 'What is eaten [default: room-only]' -r -f -a "room-only\t'Nothing'
breakfast\t'Breakfast'
half-board\t'Breakfast and one more'
full-board\t'Three meals'
all-inclusive\t'Everything'"
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from plan-add" -l adults-included -d 'Adults covered by the nightly price [default: 2]' -r
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from plan-add" -l extra-adult -d 'Each adult more, a night' -r
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from plan-add" -l extra-child -d 'Each child, a night' -r
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from plan-add" -l advance-min -d 'The fewest days from booking to arrival' -r
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from plan-add" -l advance-max -d 'The most days from booking to arrival' -r
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from plan-add" -l corporate -d 'Open the plan only to this corporate code' -r
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from plan-add" -l idempotency-key -d 'Name the change, so that repeating it takes effect once' -r
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from plan-add" -l expires -d 'Give the change up if it could not be sent for so long, as in 4h' -r
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from plan-add" -l after-op -d 'Send the change only after this operation of the queue' -r
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from plan-add" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from plan-add" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from plan-add" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from plan-add" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from plan-add" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from plan-add" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from plan-add" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from plan-add" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from plan-add" -l dry-run -d 'Ask the server what would happen and change nothing'
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from plan-add" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from plan-add" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from plan-add" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from plan-add" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from plan-add" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from plan-add" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from plan-add" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from plan-add" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from plan-add" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from plan-add" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from plan-remove" -l idempotency-key -d 'Name the change, so that repeating it takes effect once' -r
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from plan-remove" -l expires -d 'Give the change up if it could not be sent for so long, as in 4h' -r
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from plan-remove" -l after-op -d 'Send the change only after this operation of the queue' -r
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from plan-remove" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from plan-remove" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from plan-remove" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from plan-remove" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from plan-remove" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from plan-remove" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from plan-remove" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from plan-remove" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from plan-remove" -l dry-run -d 'Ask the server what would happen and change nothing'
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from plan-remove" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from plan-remove" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from plan-remove" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from plan-remove" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from plan-remove" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from plan-remove" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from plan-remove" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from plan-remove" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from plan-remove" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand rates; and __fish_seen_subcommand_from plan-remove" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and not __fish_seen_subcommand_from show close open overbook" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and not __fish_seen_subcommand_from show close open overbook" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and not __fish_seen_subcommand_from show close open overbook" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and not __fish_seen_subcommand_from show close open overbook" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and not __fish_seen_subcommand_from show close open overbook" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and not __fish_seen_subcommand_from show close open overbook" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and not __fish_seen_subcommand_from show close open overbook" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and not __fish_seen_subcommand_from show close open overbook" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and not __fish_seen_subcommand_from show close open overbook" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and not __fish_seen_subcommand_from show close open overbook" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and not __fish_seen_subcommand_from show close open overbook" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and not __fish_seen_subcommand_from show close open overbook" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and not __fish_seen_subcommand_from show close open overbook" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and not __fish_seen_subcommand_from show close open overbook" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and not __fish_seen_subcommand_from show close open overbook" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and not __fish_seen_subcommand_from show close open overbook" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and not __fish_seen_subcommand_from show close open overbook" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and not __fish_seen_subcommand_from show close open overbook" -s h -l help -d 'Print help'
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and not __fish_seen_subcommand_from show close open overbook" -f -a "show" -d 'Show what is left to sell, night by night'
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and not __fish_seen_subcommand_from show close open overbook" -f -a "close" -d 'Close nights: nothing more is sold, whatever the rate'
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and not __fish_seen_subcommand_from show close open overbook" -f -a "open" -d 'Open nights for sale, also those that had no inventory yet'
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and not __fish_seen_subcommand_from show close open overbook" -f -a "overbook" -d 'Sell more rooms than there are, or hold some back'
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and __fish_seen_subcommand_from show" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and __fish_seen_subcommand_from show" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and __fish_seen_subcommand_from show" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and __fish_seen_subcommand_from show" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and __fish_seen_subcommand_from show" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and __fish_seen_subcommand_from show" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and __fish_seen_subcommand_from show" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and __fish_seen_subcommand_from show" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and __fish_seen_subcommand_from show" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and __fish_seen_subcommand_from show" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and __fish_seen_subcommand_from show" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and __fish_seen_subcommand_from show" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and __fish_seen_subcommand_from show" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and __fish_seen_subcommand_from show" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and __fish_seen_subcommand_from close" -l idempotency-key -d 'Name the change, so that repeating it takes effect once' -r
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and __fish_seen_subcommand_from close" -l expires -d 'Give the change up if it could not be sent for so long, as in 4h' -r
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and __fish_seen_subcommand_from close" -l after-op -d 'Send the change only after this operation of the queue' -r
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and __fish_seen_subcommand_from close" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and __fish_seen_subcommand_from close" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and __fish_seen_subcommand_from close" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and __fish_seen_subcommand_from close" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and __fish_seen_subcommand_from close" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and __fish_seen_subcommand_from close" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and __fish_seen_subcommand_from close" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and __fish_seen_subcommand_from close" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and __fish_seen_subcommand_from close" -l dry-run -d 'Ask the server what would happen and change nothing'
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and __fish_seen_subcommand_from close" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and __fish_seen_subcommand_from close" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and __fish_seen_subcommand_from close" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and __fish_seen_subcommand_from close" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and __fish_seen_subcommand_from close" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and __fish_seen_subcommand_from close" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and __fish_seen_subcommand_from close" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and __fish_seen_subcommand_from close" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and __fish_seen_subcommand_from close" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and __fish_seen_subcommand_from close" -s h -l help -d 'Print help'
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and __fish_seen_subcommand_from open" -l idempotency-key -d 'Name the change, so that repeating it takes effect once' -r
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and __fish_seen_subcommand_from open" -l expires -d 'Give the change up if it could not be sent for so long, as in 4h' -r
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and __fish_seen_subcommand_from open" -l after-op -d 'Send the change only after this operation of the queue' -r
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and __fish_seen_subcommand_from open" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and __fish_seen_subcommand_from open" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and __fish_seen_subcommand_from open" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and __fish_seen_subcommand_from open" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and __fish_seen_subcommand_from open" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and __fish_seen_subcommand_from open" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and __fish_seen_subcommand_from open" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and __fish_seen_subcommand_from open" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and __fish_seen_subcommand_from open" -l dry-run -d 'Ask the server what would happen and change nothing'
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and __fish_seen_subcommand_from open" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and __fish_seen_subcommand_from open" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and __fish_seen_subcommand_from open" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and __fish_seen_subcommand_from open" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and __fish_seen_subcommand_from open" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and __fish_seen_subcommand_from open" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and __fish_seen_subcommand_from open" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and __fish_seen_subcommand_from open" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and __fish_seen_subcommand_from open" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and __fish_seen_subcommand_from open" -s h -l help -d 'Print help'
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and __fish_seen_subcommand_from overbook" -l idempotency-key -d 'Name the change, so that repeating it takes effect once' -r
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and __fish_seen_subcommand_from overbook" -l expires -d 'Give the change up if it could not be sent for so long, as in 4h' -r
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and __fish_seen_subcommand_from overbook" -l after-op -d 'Send the change only after this operation of the queue' -r
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and __fish_seen_subcommand_from overbook" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and __fish_seen_subcommand_from overbook" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and __fish_seen_subcommand_from overbook" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and __fish_seen_subcommand_from overbook" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and __fish_seen_subcommand_from overbook" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and __fish_seen_subcommand_from overbook" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and __fish_seen_subcommand_from overbook" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and __fish_seen_subcommand_from overbook" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and __fish_seen_subcommand_from overbook" -l dry-run -d 'Ask the server what would happen and change nothing'
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and __fish_seen_subcommand_from overbook" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and __fish_seen_subcommand_from overbook" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and __fish_seen_subcommand_from overbook" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and __fish_seen_subcommand_from overbook" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and __fish_seen_subcommand_from overbook" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and __fish_seen_subcommand_from overbook" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and __fish_seen_subcommand_from overbook" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and __fish_seen_subcommand_from overbook" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and __fish_seen_subcommand_from overbook" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand inventory; and __fish_seen_subcommand_from overbook" -s h -l help -d 'Print help'
complete -c hotel -n "__fish_hotel_using_subcommand report; and not __fish_seen_subcommand_from occupancy revenue cancellations lead-time pickup" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand report; and not __fish_seen_subcommand_from occupancy revenue cancellations lead-time pickup" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand report; and not __fish_seen_subcommand_from occupancy revenue cancellations lead-time pickup" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand report; and not __fish_seen_subcommand_from occupancy revenue cancellations lead-time pickup" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand report; and not __fish_seen_subcommand_from occupancy revenue cancellations lead-time pickup" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand report; and not __fish_seen_subcommand_from occupancy revenue cancellations lead-time pickup" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand report; and not __fish_seen_subcommand_from occupancy revenue cancellations lead-time pickup" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand report; and not __fish_seen_subcommand_from occupancy revenue cancellations lead-time pickup" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand report; and not __fish_seen_subcommand_from occupancy revenue cancellations lead-time pickup" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand report; and not __fish_seen_subcommand_from occupancy revenue cancellations lead-time pickup" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand report; and not __fish_seen_subcommand_from occupancy revenue cancellations lead-time pickup" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand report; and not __fish_seen_subcommand_from occupancy revenue cancellations lead-time pickup" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand report; and not __fish_seen_subcommand_from occupancy revenue cancellations lead-time pickup" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand report; and not __fish_seen_subcommand_from occupancy revenue cancellations lead-time pickup" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand report; and not __fish_seen_subcommand_from occupancy revenue cancellations lead-time pickup" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand report; and not __fish_seen_subcommand_from occupancy revenue cancellations lead-time pickup" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand report; and not __fish_seen_subcommand_from occupancy revenue cancellations lead-time pickup" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand report; and not __fish_seen_subcommand_from occupancy revenue cancellations lead-time pickup" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c hotel -n "__fish_hotel_using_subcommand report; and not __fish_seen_subcommand_from occupancy revenue cancellations lead-time pickup" -f -a "occupancy" -d 'Count rooms sold against rooms available, with ADR and `RevPAR`'
complete -c hotel -n "__fish_hotel_using_subcommand report; and not __fish_seen_subcommand_from occupancy revenue cancellations lead-time pickup" -f -a "revenue" -d 'Count room revenue and fees, with ADR and `RevPAR`'
complete -c hotel -n "__fish_hotel_using_subcommand report; and not __fish_seen_subcommand_from occupancy revenue cancellations lead-time pickup" -f -a "cancellations" -d 'Count bookings cancelled and guests who never came, by arrival'
complete -c hotel -n "__fish_hotel_using_subcommand report; and not __fish_seen_subcommand_from occupancy revenue cancellations lead-time pickup" -f -a "lead-time" -d 'Count how many days before arrival guests book'
complete -c hotel -n "__fish_hotel_using_subcommand report; and not __fish_seen_subcommand_from occupancy revenue cancellations lead-time pickup" -f -a "pickup" -d 'Count what came onto the books lately, by night of stay'
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from occupancy" -l hotel -d 'Of these hotels; without it your usual one, else all' -r
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from occupancy" -l from -d 'First day, as in 2026-12-01, today or 1dec' -r
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from occupancy" -l to -d 'First day no longer meant' -r
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from occupancy" -l month -d 'One month, as in 2026-12' -r
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from occupancy" -l by -d 'What a row stands for' -r -f -a "day\t'A day'
month\t'A month'
hotel\t'A hotel'
channel\t'A distribution channel'
segment\t'A market segment'
country\t'A country the guests come from'
agency\t'A travel agency'
agent\t'An agent of this house'"
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from occupancy" -l svg -d 'Write the chart as a picture into this file' -r -F
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from occupancy" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from occupancy" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from occupancy" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from occupancy" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from occupancy" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from occupancy" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from occupancy" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from occupancy" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from occupancy" -l chart -d 'Draw a chart below the rows, also where stdout is no terminal'
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from occupancy" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from occupancy" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from occupancy" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from occupancy" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from occupancy" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from occupancy" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from occupancy" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from occupancy" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from occupancy" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from occupancy" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from revenue" -l hotel -d 'Of these hotels; without it your usual one, else all' -r
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from revenue" -l from -d 'First day, as in 2026-12-01, today or 1dec' -r
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from revenue" -l to -d 'First day no longer meant' -r
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from revenue" -l month -d 'One month, as in 2026-12' -r
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from revenue" -l by -d 'What a row stands for' -r -f -a "day\t'A day'
month\t'A month'
hotel\t'A hotel'
channel\t'A distribution channel'
segment\t'A market segment'
country\t'A country the guests come from'
agency\t'A travel agency'
agent\t'An agent of this house'"
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from revenue" -l svg -d 'Write the chart as a picture into this file' -r -F
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from revenue" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from revenue" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from revenue" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from revenue" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from revenue" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from revenue" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from revenue" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from revenue" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from revenue" -l chart -d 'Draw a chart below the rows, also where stdout is no terminal'
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from revenue" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from revenue" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from revenue" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from revenue" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from revenue" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from revenue" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from revenue" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from revenue" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from revenue" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from revenue" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from cancellations" -l hotel -d 'Of these hotels; without it your usual one, else all' -r
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from cancellations" -l from -d 'First day, as in 2026-12-01, today or 1dec' -r
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from cancellations" -l to -d 'First day no longer meant' -r
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from cancellations" -l month -d 'One month, as in 2026-12' -r
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from cancellations" -l by -d 'What a row stands for' -r -f -a "day\t'A day'
month\t'A month'
hotel\t'A hotel'
channel\t'A distribution channel'
segment\t'A market segment'
country\t'A country the guests come from'
agency\t'A travel agency'
agent\t'An agent of this house'"
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from cancellations" -l svg -d 'Write the chart as a picture into this file' -r -F
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from cancellations" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from cancellations" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from cancellations" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from cancellations" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from cancellations" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from cancellations" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from cancellations" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from cancellations" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from cancellations" -l chart -d 'Draw a chart below the rows, also where stdout is no terminal'
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from cancellations" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from cancellations" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from cancellations" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from cancellations" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from cancellations" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from cancellations" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from cancellations" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from cancellations" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from cancellations" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from cancellations" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from lead-time" -l hotel -d 'Of these hotels; without it your usual one, else all' -r
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from lead-time" -l from -d 'First day, as in 2026-12-01, today or 1dec' -r
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from lead-time" -l to -d 'First day no longer meant' -r
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from lead-time" -l month -d 'One month, as in 2026-12' -r
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from lead-time" -l by -d 'What a row stands for' -r -f -a "day\t'A day'
month\t'A month'
hotel\t'A hotel'
channel\t'A distribution channel'
segment\t'A market segment'
country\t'A country the guests come from'
agency\t'A travel agency'
agent\t'An agent of this house'"
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from lead-time" -l svg -d 'Write the chart as a picture into this file' -r -F
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from lead-time" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from lead-time" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from lead-time" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from lead-time" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from lead-time" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from lead-time" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from lead-time" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from lead-time" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from lead-time" -l chart -d 'Draw a chart below the rows, also where stdout is no terminal'
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from lead-time" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from lead-time" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from lead-time" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from lead-time" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from lead-time" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from lead-time" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from lead-time" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from lead-time" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from lead-time" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from lead-time" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from pickup" -l hotel -d 'Of these hotels; without it your usual one, else all' -r
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from pickup" -l from -d 'First day, as in 2026-12-01, today or 1dec' -r
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from pickup" -l to -d 'First day no longer meant' -r
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from pickup" -l month -d 'One month, as in 2026-12' -r
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from pickup" -l by -d 'What a row stands for' -r -f -a "day\t'A day'
month\t'A month'
hotel\t'A hotel'
channel\t'A distribution channel'
segment\t'A market segment'
country\t'A country the guests come from'
agency\t'A travel agency'
agent\t'An agent of this house'"
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from pickup" -l svg -d 'Write the chart as a picture into this file' -r -F
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from pickup" -l days -d 'How many days back' -r
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from pickup" -l as-of -d 'Look from the end of this day, not from now' -r
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from pickup" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from pickup" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from pickup" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from pickup" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from pickup" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from pickup" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from pickup" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from pickup" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from pickup" -l chart -d 'Draw a chart below the rows, also where stdout is no terminal'
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from pickup" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from pickup" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from pickup" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from pickup" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from pickup" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from pickup" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from pickup" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from pickup" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from pickup" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand report; and __fish_seen_subcommand_from pickup" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c hotel -n "__fish_hotel_using_subcommand import" -l layout -d 'Which columns the file has' -r -f -a "hotel\t'One booking a line, in this program\'s own words; see --template'
booking-demand\t'The public hotel booking demand data of Antonio, de Almeida and Nunes (2019)'"
complete -c hotel -n "__fish_hotel_using_subcommand import" -l capacity -d 'Build this hotel with so many rooms; NAME/TYPE=ROOMS for one of several room types' -r
complete -c hotel -n "__fish_hotel_using_subcommand import" -l zone -d 'The zone of hotels that are built [default: UTC, Europe/Lisbon for booking-demand]' -r
complete -c hotel -n "__fish_hotel_using_subcommand import" -l report -d 'Write the lines that were refused, and why, to this file as CSV' -r -F
complete -c hotel -n "__fish_hotel_using_subcommand import" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand import" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand import" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand import" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand import" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand import" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand import" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand import" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand import" -l dry-run -d 'Ask no server: tell what a fresh house would accept'
complete -c hotel -n "__fish_hotel_using_subcommand import" -l template -d 'Print a model file of the layout hotel'
complete -c hotel -n "__fish_hotel_using_subcommand import" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand import" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand import" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand import" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand import" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand import" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand import" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand import" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand import" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand import" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c hotel -n "__fish_hotel_using_subcommand guests; and not __fish_seen_subcommand_from list show add set" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand guests; and not __fish_seen_subcommand_from list show add set" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand guests; and not __fish_seen_subcommand_from list show add set" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand guests; and not __fish_seen_subcommand_from list show add set" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand guests; and not __fish_seen_subcommand_from list show add set" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand guests; and not __fish_seen_subcommand_from list show add set" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand guests; and not __fish_seen_subcommand_from list show add set" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand guests; and not __fish_seen_subcommand_from list show add set" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand guests; and not __fish_seen_subcommand_from list show add set" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand guests; and not __fish_seen_subcommand_from list show add set" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand guests; and not __fish_seen_subcommand_from list show add set" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand guests; and not __fish_seen_subcommand_from list show add set" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand guests; and not __fish_seen_subcommand_from list show add set" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand guests; and not __fish_seen_subcommand_from list show add set" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand guests; and not __fish_seen_subcommand_from list show add set" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand guests; and not __fish_seen_subcommand_from list show add set" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand guests; and not __fish_seen_subcommand_from list show add set" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand guests; and not __fish_seen_subcommand_from list show add set" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c hotel -n "__fish_hotel_using_subcommand guests; and not __fish_seen_subcommand_from list show add set" -f -a "list" -d 'List guests by family name'
complete -c hotel -n "__fish_hotel_using_subcommand guests; and not __fish_seen_subcommand_from list show add set" -f -a "show" -d 'Show a guest'
complete -c hotel -n "__fish_hotel_using_subcommand guests; and not __fish_seen_subcommand_from list show add set" -f -a "add" -d 'Register a guest'
complete -c hotel -n "__fish_hotel_using_subcommand guests; and not __fish_seen_subcommand_from list show add set" -f -a "set" -d 'Change a guest'
complete -c hotel -n "__fish_hotel_using_subcommand guests; and __fish_seen_subcommand_from list" -l limit -d 'How many at most' -r
complete -c hotel -n "__fish_hotel_using_subcommand guests; and __fish_seen_subcommand_from list" -l cursor -d 'Go on where the last page ended' -r
complete -c hotel -n "__fish_hotel_using_subcommand guests; and __fish_seen_subcommand_from list" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand guests; and __fish_seen_subcommand_from list" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand guests; and __fish_seen_subcommand_from list" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand guests; and __fish_seen_subcommand_from list" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand guests; and __fish_seen_subcommand_from list" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand guests; and __fish_seen_subcommand_from list" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand guests; and __fish_seen_subcommand_from list" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand guests; and __fish_seen_subcommand_from list" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand guests; and __fish_seen_subcommand_from list" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand guests; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand guests; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand guests; and __fish_seen_subcommand_from list" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand guests; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand guests; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand guests; and __fish_seen_subcommand_from list" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand guests; and __fish_seen_subcommand_from list" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand guests; and __fish_seen_subcommand_from list" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand guests; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c hotel -n "__fish_hotel_using_subcommand guests; and __fish_seen_subcommand_from show" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand guests; and __fish_seen_subcommand_from show" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand guests; and __fish_seen_subcommand_from show" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand guests; and __fish_seen_subcommand_from show" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand guests; and __fish_seen_subcommand_from show" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand guests; and __fish_seen_subcommand_from show" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand guests; and __fish_seen_subcommand_from show" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand guests; and __fish_seen_subcommand_from show" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand guests; and __fish_seen_subcommand_from show" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand guests; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand guests; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand guests; and __fish_seen_subcommand_from show" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand guests; and __fish_seen_subcommand_from show" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand guests; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand guests; and __fish_seen_subcommand_from show" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand guests; and __fish_seen_subcommand_from show" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand guests; and __fish_seen_subcommand_from show" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand guests; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help'
complete -c hotel -n "__fish_hotel_using_subcommand guests; and __fish_seen_subcommand_from add" -l email -d 'E-mail address' -r
complete -c hotel -n "__fish_hotel_using_subcommand guests; and __fish_seen_subcommand_from add" -l phone -d 'Telephone number' -r
complete -c hotel -n "__fish_hotel_using_subcommand guests; and __fish_seen_subcommand_from add" -l note -d 'Preferences and what else to know' -r
complete -c hotel -n "__fish_hotel_using_subcommand guests; and __fish_seen_subcommand_from add" -l idempotency-key -d 'Name the change, so that repeating it takes effect once' -r
complete -c hotel -n "__fish_hotel_using_subcommand guests; and __fish_seen_subcommand_from add" -l expires -d 'Give the change up if it could not be sent for so long, as in 4h' -r
complete -c hotel -n "__fish_hotel_using_subcommand guests; and __fish_seen_subcommand_from add" -l after-op -d 'Send the change only after this operation of the queue' -r
complete -c hotel -n "__fish_hotel_using_subcommand guests; and __fish_seen_subcommand_from add" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand guests; and __fish_seen_subcommand_from add" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand guests; and __fish_seen_subcommand_from add" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand guests; and __fish_seen_subcommand_from add" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand guests; and __fish_seen_subcommand_from add" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand guests; and __fish_seen_subcommand_from add" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand guests; and __fish_seen_subcommand_from add" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand guests; and __fish_seen_subcommand_from add" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand guests; and __fish_seen_subcommand_from add" -l dry-run -d 'Ask the server what would happen and change nothing'
complete -c hotel -n "__fish_hotel_using_subcommand guests; and __fish_seen_subcommand_from add" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand guests; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand guests; and __fish_seen_subcommand_from add" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand guests; and __fish_seen_subcommand_from add" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand guests; and __fish_seen_subcommand_from add" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand guests; and __fish_seen_subcommand_from add" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand guests; and __fish_seen_subcommand_from add" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand guests; and __fish_seen_subcommand_from add" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand guests; and __fish_seen_subcommand_from add" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand guests; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help'
complete -c hotel -n "__fish_hotel_using_subcommand guests; and __fish_seen_subcommand_from set" -l name -d 'The name, written "FAMILY, GIVEN"' -r
complete -c hotel -n "__fish_hotel_using_subcommand guests; and __fish_seen_subcommand_from set" -l email -d 'E-mail address' -r
complete -c hotel -n "__fish_hotel_using_subcommand guests; and __fish_seen_subcommand_from set" -l phone -d 'Telephone number' -r
complete -c hotel -n "__fish_hotel_using_subcommand guests; and __fish_seen_subcommand_from set" -l note -d 'Preferences and what else to know' -r
complete -c hotel -n "__fish_hotel_using_subcommand guests; and __fish_seen_subcommand_from set" -l if-version -d 'Change nothing if the guest is no longer at this version [default: the one of now]' -r
complete -c hotel -n "__fish_hotel_using_subcommand guests; and __fish_seen_subcommand_from set" -l idempotency-key -d 'Name the change, so that repeating it takes effect once' -r
complete -c hotel -n "__fish_hotel_using_subcommand guests; and __fish_seen_subcommand_from set" -l expires -d 'Give the change up if it could not be sent for so long, as in 4h' -r
complete -c hotel -n "__fish_hotel_using_subcommand guests; and __fish_seen_subcommand_from set" -l after-op -d 'Send the change only after this operation of the queue' -r
complete -c hotel -n "__fish_hotel_using_subcommand guests; and __fish_seen_subcommand_from set" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand guests; and __fish_seen_subcommand_from set" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand guests; and __fish_seen_subcommand_from set" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand guests; and __fish_seen_subcommand_from set" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand guests; and __fish_seen_subcommand_from set" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand guests; and __fish_seen_subcommand_from set" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand guests; and __fish_seen_subcommand_from set" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand guests; and __fish_seen_subcommand_from set" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand guests; and __fish_seen_subcommand_from set" -l dry-run -d 'Ask the server what would happen and change nothing'
complete -c hotel -n "__fish_hotel_using_subcommand guests; and __fish_seen_subcommand_from set" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand guests; and __fish_seen_subcommand_from set" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand guests; and __fish_seen_subcommand_from set" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand guests; and __fish_seen_subcommand_from set" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand guests; and __fish_seen_subcommand_from set" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand guests; and __fish_seen_subcommand_from set" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand guests; and __fish_seen_subcommand_from set" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand guests; and __fish_seen_subcommand_from set" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand guests; and __fish_seen_subcommand_from set" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand guests; and __fish_seen_subcommand_from set" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c hotel -n "__fish_hotel_using_subcommand users; and not __fish_seen_subcommand_from list set" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand users; and not __fish_seen_subcommand_from list set" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand users; and not __fish_seen_subcommand_from list set" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand users; and not __fish_seen_subcommand_from list set" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand users; and not __fish_seen_subcommand_from list set" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand users; and not __fish_seen_subcommand_from list set" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand users; and not __fish_seen_subcommand_from list set" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand users; and not __fish_seen_subcommand_from list set" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand users; and not __fish_seen_subcommand_from list set" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand users; and not __fish_seen_subcommand_from list set" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand users; and not __fish_seen_subcommand_from list set" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand users; and not __fish_seen_subcommand_from list set" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand users; and not __fish_seen_subcommand_from list set" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand users; and not __fish_seen_subcommand_from list set" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand users; and not __fish_seen_subcommand_from list set" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand users; and not __fish_seen_subcommand_from list set" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand users; and not __fish_seen_subcommand_from list set" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand users; and not __fish_seen_subcommand_from list set" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c hotel -n "__fish_hotel_using_subcommand users; and not __fish_seen_subcommand_from list set" -f -a "list" -d 'List users'
complete -c hotel -n "__fish_hotel_using_subcommand users; and not __fish_seen_subcommand_from list set" -f -a "set" -d 'Add or change a user'
complete -c hotel -n "__fish_hotel_using_subcommand users; and __fish_seen_subcommand_from list" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand users; and __fish_seen_subcommand_from list" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand users; and __fish_seen_subcommand_from list" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand users; and __fish_seen_subcommand_from list" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand users; and __fish_seen_subcommand_from list" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand users; and __fish_seen_subcommand_from list" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand users; and __fish_seen_subcommand_from list" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand users; and __fish_seen_subcommand_from list" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand users; and __fish_seen_subcommand_from list" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand users; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand users; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand users; and __fish_seen_subcommand_from list" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand users; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand users; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand users; and __fish_seen_subcommand_from list" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand users; and __fish_seen_subcommand_from list" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand users; and __fish_seen_subcommand_from list" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand users; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c hotel -n "__fish_hotel_using_subcommand users; and __fish_seen_subcommand_from set" -l role -d 'What the user may do' -r -f -a "agent\t'Sell and look after bookings'
manager\t'Also speak for the hotel: confirm, decline, set rates and inventory'
admin\t'Also make hotels, users and tokens'"
complete -c hotel -n "__fish_hotel_using_subcommand users; and __fish_seen_subcommand_from set" -l hotel -d 'The hotels the user may touch, all of them named' -r
complete -c hotel -n "__fish_hotel_using_subcommand users; and __fish_seen_subcommand_from set" -l idempotency-key -d 'Name the change, so that repeating it takes effect once' -r
complete -c hotel -n "__fish_hotel_using_subcommand users; and __fish_seen_subcommand_from set" -l expires -d 'Give the change up if it could not be sent for so long, as in 4h' -r
complete -c hotel -n "__fish_hotel_using_subcommand users; and __fish_seen_subcommand_from set" -l after-op -d 'Send the change only after this operation of the queue' -r
complete -c hotel -n "__fish_hotel_using_subcommand users; and __fish_seen_subcommand_from set" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand users; and __fish_seen_subcommand_from set" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand users; and __fish_seen_subcommand_from set" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand users; and __fish_seen_subcommand_from set" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand users; and __fish_seen_subcommand_from set" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand users; and __fish_seen_subcommand_from set" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand users; and __fish_seen_subcommand_from set" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand users; and __fish_seen_subcommand_from set" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand users; and __fish_seen_subcommand_from set" -l all-hotels -d 'Let the user touch all hotels'
complete -c hotel -n "__fish_hotel_using_subcommand users; and __fish_seen_subcommand_from set" -l inactive -d 'Let the user in no more'
complete -c hotel -n "__fish_hotel_using_subcommand users; and __fish_seen_subcommand_from set" -l active -d 'Let the user in again'
complete -c hotel -n "__fish_hotel_using_subcommand users; and __fish_seen_subcommand_from set" -l dry-run -d 'Ask the server what would happen and change nothing'
complete -c hotel -n "__fish_hotel_using_subcommand users; and __fish_seen_subcommand_from set" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand users; and __fish_seen_subcommand_from set" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand users; and __fish_seen_subcommand_from set" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand users; and __fish_seen_subcommand_from set" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand users; and __fish_seen_subcommand_from set" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand users; and __fish_seen_subcommand_from set" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand users; and __fish_seen_subcommand_from set" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand users; and __fish_seen_subcommand_from set" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand users; and __fish_seen_subcommand_from set" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand users; and __fish_seen_subcommand_from set" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c hotel -n "__fish_hotel_using_subcommand tokens; and not __fish_seen_subcommand_from list issue revoke" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand tokens; and not __fish_seen_subcommand_from list issue revoke" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand tokens; and not __fish_seen_subcommand_from list issue revoke" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand tokens; and not __fish_seen_subcommand_from list issue revoke" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand tokens; and not __fish_seen_subcommand_from list issue revoke" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand tokens; and not __fish_seen_subcommand_from list issue revoke" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand tokens; and not __fish_seen_subcommand_from list issue revoke" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand tokens; and not __fish_seen_subcommand_from list issue revoke" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand tokens; and not __fish_seen_subcommand_from list issue revoke" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand tokens; and not __fish_seen_subcommand_from list issue revoke" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand tokens; and not __fish_seen_subcommand_from list issue revoke" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand tokens; and not __fish_seen_subcommand_from list issue revoke" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand tokens; and not __fish_seen_subcommand_from list issue revoke" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand tokens; and not __fish_seen_subcommand_from list issue revoke" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand tokens; and not __fish_seen_subcommand_from list issue revoke" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand tokens; and not __fish_seen_subcommand_from list issue revoke" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand tokens; and not __fish_seen_subcommand_from list issue revoke" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand tokens; and not __fish_seen_subcommand_from list issue revoke" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c hotel -n "__fish_hotel_using_subcommand tokens; and not __fish_seen_subcommand_from list issue revoke" -f -a "list" -d 'List tokens, without their secrets'
complete -c hotel -n "__fish_hotel_using_subcommand tokens; and not __fish_seen_subcommand_from list issue revoke" -f -a "issue" -d 'Issue a token to a user; its secret is told once'
complete -c hotel -n "__fish_hotel_using_subcommand tokens; and not __fish_seen_subcommand_from list issue revoke" -f -a "revoke" -d 'Revoke a token: it opens the door no more'
complete -c hotel -n "__fish_hotel_using_subcommand tokens; and __fish_seen_subcommand_from list" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand tokens; and __fish_seen_subcommand_from list" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand tokens; and __fish_seen_subcommand_from list" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand tokens; and __fish_seen_subcommand_from list" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand tokens; and __fish_seen_subcommand_from list" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand tokens; and __fish_seen_subcommand_from list" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand tokens; and __fish_seen_subcommand_from list" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand tokens; and __fish_seen_subcommand_from list" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand tokens; and __fish_seen_subcommand_from list" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand tokens; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand tokens; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand tokens; and __fish_seen_subcommand_from list" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand tokens; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand tokens; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand tokens; and __fish_seen_subcommand_from list" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand tokens; and __fish_seen_subcommand_from list" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand tokens; and __fish_seen_subcommand_from list" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand tokens; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c hotel -n "__fish_hotel_using_subcommand tokens; and __fish_seen_subcommand_from issue" -l days -d 'For how many days it opens the door [default: 90]' -r
complete -c hotel -n "__fish_hotel_using_subcommand tokens; and __fish_seen_subcommand_from issue" -l idempotency-key -d 'Name the change, so that repeating it takes effect once' -r
complete -c hotel -n "__fish_hotel_using_subcommand tokens; and __fish_seen_subcommand_from issue" -l expires -d 'Give the change up if it could not be sent for so long, as in 4h' -r
complete -c hotel -n "__fish_hotel_using_subcommand tokens; and __fish_seen_subcommand_from issue" -l after-op -d 'Send the change only after this operation of the queue' -r
complete -c hotel -n "__fish_hotel_using_subcommand tokens; and __fish_seen_subcommand_from issue" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand tokens; and __fish_seen_subcommand_from issue" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand tokens; and __fish_seen_subcommand_from issue" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand tokens; and __fish_seen_subcommand_from issue" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand tokens; and __fish_seen_subcommand_from issue" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand tokens; and __fish_seen_subcommand_from issue" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand tokens; and __fish_seen_subcommand_from issue" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand tokens; and __fish_seen_subcommand_from issue" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand tokens; and __fish_seen_subcommand_from issue" -l dry-run -d 'Ask the server what would happen and change nothing'
complete -c hotel -n "__fish_hotel_using_subcommand tokens; and __fish_seen_subcommand_from issue" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand tokens; and __fish_seen_subcommand_from issue" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand tokens; and __fish_seen_subcommand_from issue" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand tokens; and __fish_seen_subcommand_from issue" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand tokens; and __fish_seen_subcommand_from issue" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand tokens; and __fish_seen_subcommand_from issue" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand tokens; and __fish_seen_subcommand_from issue" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand tokens; and __fish_seen_subcommand_from issue" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand tokens; and __fish_seen_subcommand_from issue" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand tokens; and __fish_seen_subcommand_from issue" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c hotel -n "__fish_hotel_using_subcommand tokens; and __fish_seen_subcommand_from revoke" -l idempotency-key -d 'Name the change, so that repeating it takes effect once' -r
complete -c hotel -n "__fish_hotel_using_subcommand tokens; and __fish_seen_subcommand_from revoke" -l expires -d 'Give the change up if it could not be sent for so long, as in 4h' -r
complete -c hotel -n "__fish_hotel_using_subcommand tokens; and __fish_seen_subcommand_from revoke" -l after-op -d 'Send the change only after this operation of the queue' -r
complete -c hotel -n "__fish_hotel_using_subcommand tokens; and __fish_seen_subcommand_from revoke" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand tokens; and __fish_seen_subcommand_from revoke" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand tokens; and __fish_seen_subcommand_from revoke" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand tokens; and __fish_seen_subcommand_from revoke" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand tokens; and __fish_seen_subcommand_from revoke" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand tokens; and __fish_seen_subcommand_from revoke" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand tokens; and __fish_seen_subcommand_from revoke" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand tokens; and __fish_seen_subcommand_from revoke" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand tokens; and __fish_seen_subcommand_from revoke" -l dry-run -d 'Ask the server what would happen and change nothing'
complete -c hotel -n "__fish_hotel_using_subcommand tokens; and __fish_seen_subcommand_from revoke" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand tokens; and __fish_seen_subcommand_from revoke" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand tokens; and __fish_seen_subcommand_from revoke" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand tokens; and __fish_seen_subcommand_from revoke" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand tokens; and __fish_seen_subcommand_from revoke" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand tokens; and __fish_seen_subcommand_from revoke" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand tokens; and __fish_seen_subcommand_from revoke" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand tokens; and __fish_seen_subcommand_from revoke" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand tokens; and __fish_seen_subcommand_from revoke" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand tokens; and __fish_seen_subcommand_from revoke" -s h -l help -d 'Print help'
complete -c hotel -n "__fish_hotel_using_subcommand profile; and not __fish_seen_subcommand_from list show use add remove" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand profile; and not __fish_seen_subcommand_from list show use add remove" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand profile; and not __fish_seen_subcommand_from list show use add remove" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand profile; and not __fish_seen_subcommand_from list show use add remove" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand profile; and not __fish_seen_subcommand_from list show use add remove" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand profile; and not __fish_seen_subcommand_from list show use add remove" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand profile; and not __fish_seen_subcommand_from list show use add remove" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand profile; and not __fish_seen_subcommand_from list show use add remove" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand profile; and not __fish_seen_subcommand_from list show use add remove" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand profile; and not __fish_seen_subcommand_from list show use add remove" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand profile; and not __fish_seen_subcommand_from list show use add remove" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand profile; and not __fish_seen_subcommand_from list show use add remove" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand profile; and not __fish_seen_subcommand_from list show use add remove" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand profile; and not __fish_seen_subcommand_from list show use add remove" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand profile; and not __fish_seen_subcommand_from list show use add remove" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand profile; and not __fish_seen_subcommand_from list show use add remove" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand profile; and not __fish_seen_subcommand_from list show use add remove" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand profile; and not __fish_seen_subcommand_from list show use add remove" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c hotel -n "__fish_hotel_using_subcommand profile; and not __fish_seen_subcommand_from list show use add remove" -f -a "list" -d 'List profiles'
complete -c hotel -n "__fish_hotel_using_subcommand profile; and not __fish_seen_subcommand_from list show use add remove" -f -a "show" -d 'Show the profile that is in use, with every setting that holds'
complete -c hotel -n "__fish_hotel_using_subcommand profile; and not __fish_seen_subcommand_from list show use add remove" -f -a "use" -d 'Make a profile the usual one'
complete -c hotel -n "__fish_hotel_using_subcommand profile; and not __fish_seen_subcommand_from list show use add remove" -f -a "add" -d 'Add a profile: a server and a token for it'
complete -c hotel -n "__fish_hotel_using_subcommand profile; and not __fish_seen_subcommand_from list show use add remove" -f -a "remove" -d 'Remove a profile and forget its token'
complete -c hotel -n "__fish_hotel_using_subcommand profile; and __fish_seen_subcommand_from list" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand profile; and __fish_seen_subcommand_from list" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand profile; and __fish_seen_subcommand_from list" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand profile; and __fish_seen_subcommand_from list" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand profile; and __fish_seen_subcommand_from list" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand profile; and __fish_seen_subcommand_from list" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand profile; and __fish_seen_subcommand_from list" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand profile; and __fish_seen_subcommand_from list" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand profile; and __fish_seen_subcommand_from list" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand profile; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand profile; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand profile; and __fish_seen_subcommand_from list" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand profile; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand profile; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand profile; and __fish_seen_subcommand_from list" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand profile; and __fish_seen_subcommand_from list" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand profile; and __fish_seen_subcommand_from list" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand profile; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c hotel -n "__fish_hotel_using_subcommand profile; and __fish_seen_subcommand_from show" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand profile; and __fish_seen_subcommand_from show" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand profile; and __fish_seen_subcommand_from show" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand profile; and __fish_seen_subcommand_from show" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand profile; and __fish_seen_subcommand_from show" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand profile; and __fish_seen_subcommand_from show" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand profile; and __fish_seen_subcommand_from show" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand profile; and __fish_seen_subcommand_from show" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand profile; and __fish_seen_subcommand_from show" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand profile; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand profile; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand profile; and __fish_seen_subcommand_from show" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand profile; and __fish_seen_subcommand_from show" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand profile; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand profile; and __fish_seen_subcommand_from show" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand profile; and __fish_seen_subcommand_from show" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand profile; and __fish_seen_subcommand_from show" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand profile; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help'
complete -c hotel -n "__fish_hotel_using_subcommand profile; and __fish_seen_subcommand_from use" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand profile; and __fish_seen_subcommand_from use" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand profile; and __fish_seen_subcommand_from use" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand profile; and __fish_seen_subcommand_from use" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand profile; and __fish_seen_subcommand_from use" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand profile; and __fish_seen_subcommand_from use" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand profile; and __fish_seen_subcommand_from use" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand profile; and __fish_seen_subcommand_from use" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand profile; and __fish_seen_subcommand_from use" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand profile; and __fish_seen_subcommand_from use" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand profile; and __fish_seen_subcommand_from use" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand profile; and __fish_seen_subcommand_from use" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand profile; and __fish_seen_subcommand_from use" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand profile; and __fish_seen_subcommand_from use" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand profile; and __fish_seen_subcommand_from use" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand profile; and __fish_seen_subcommand_from use" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand profile; and __fish_seen_subcommand_from use" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand profile; and __fish_seen_subcommand_from use" -s h -l help -d 'Print help'
complete -c hotel -n "__fish_hotel_using_subcommand profile; and __fish_seen_subcommand_from add" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand profile; and __fish_seen_subcommand_from add" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand profile; and __fish_seen_subcommand_from add" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand profile; and __fish_seen_subcommand_from add" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand profile; and __fish_seen_subcommand_from add" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand profile; and __fish_seen_subcommand_from add" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand profile; and __fish_seen_subcommand_from add" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand profile; and __fish_seen_subcommand_from add" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand profile; and __fish_seen_subcommand_from add" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand profile; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand profile; and __fish_seen_subcommand_from add" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand profile; and __fish_seen_subcommand_from add" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand profile; and __fish_seen_subcommand_from add" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand profile; and __fish_seen_subcommand_from add" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand profile; and __fish_seen_subcommand_from add" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand profile; and __fish_seen_subcommand_from add" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand profile; and __fish_seen_subcommand_from add" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand profile; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c hotel -n "__fish_hotel_using_subcommand profile; and __fish_seen_subcommand_from remove" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand profile; and __fish_seen_subcommand_from remove" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand profile; and __fish_seen_subcommand_from remove" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand profile; and __fish_seen_subcommand_from remove" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand profile; and __fish_seen_subcommand_from remove" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand profile; and __fish_seen_subcommand_from remove" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand profile; and __fish_seen_subcommand_from remove" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand profile; and __fish_seen_subcommand_from remove" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand profile; and __fish_seen_subcommand_from remove" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand profile; and __fish_seen_subcommand_from remove" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand profile; and __fish_seen_subcommand_from remove" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand profile; and __fish_seen_subcommand_from remove" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand profile; and __fish_seen_subcommand_from remove" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand profile; and __fish_seen_subcommand_from remove" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand profile; and __fish_seen_subcommand_from remove" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand profile; and __fish_seen_subcommand_from remove" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand profile; and __fish_seen_subcommand_from remove" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand profile; and __fish_seen_subcommand_from remove" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c hotel -n "__fish_hotel_using_subcommand config; and not __fish_seen_subcommand_from list get set unset explain path" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand config; and not __fish_seen_subcommand_from list get set unset explain path" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand config; and not __fish_seen_subcommand_from list get set unset explain path" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand config; and not __fish_seen_subcommand_from list get set unset explain path" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand config; and not __fish_seen_subcommand_from list get set unset explain path" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand config; and not __fish_seen_subcommand_from list get set unset explain path" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand config; and not __fish_seen_subcommand_from list get set unset explain path" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand config; and not __fish_seen_subcommand_from list get set unset explain path" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand config; and not __fish_seen_subcommand_from list get set unset explain path" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand config; and not __fish_seen_subcommand_from list get set unset explain path" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand config; and not __fish_seen_subcommand_from list get set unset explain path" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand config; and not __fish_seen_subcommand_from list get set unset explain path" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand config; and not __fish_seen_subcommand_from list get set unset explain path" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand config; and not __fish_seen_subcommand_from list get set unset explain path" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand config; and not __fish_seen_subcommand_from list get set unset explain path" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand config; and not __fish_seen_subcommand_from list get set unset explain path" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand config; and not __fish_seen_subcommand_from list get set unset explain path" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand config; and not __fish_seen_subcommand_from list get set unset explain path" -s h -l help -d 'Print help'
complete -c hotel -n "__fish_hotel_using_subcommand config; and not __fish_seen_subcommand_from list get set unset explain path" -f -a "list" -d 'List every setting with its value and where it comes from'
complete -c hotel -n "__fish_hotel_using_subcommand config; and not __fish_seen_subcommand_from list get set unset explain path" -f -a "get" -d 'Show the value of a setting'
complete -c hotel -n "__fish_hotel_using_subcommand config; and not __fish_seen_subcommand_from list get set unset explain path" -f -a "set" -d 'Set a setting of the profile in use'
complete -c hotel -n "__fish_hotel_using_subcommand config; and not __fish_seen_subcommand_from list get set unset explain path" -f -a "unset" -d 'Take a setting back to what holds without it; a token is forgotten'
complete -c hotel -n "__fish_hotel_using_subcommand config; and not __fish_seen_subcommand_from list get set unset explain path" -f -a "explain" -d 'Show what each layer says about a setting, the strongest first'
complete -c hotel -n "__fish_hotel_using_subcommand config; and not __fish_seen_subcommand_from list get set unset explain path" -f -a "path" -d 'Show where the configuration lives'
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from list" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from list" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from list" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from list" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from list" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from list" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from list" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from list" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from list" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from list" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from list" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from list" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from list" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from get" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from get" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from get" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from get" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from get" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from get" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from get" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from get" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from get" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from get" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from get" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from get" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from get" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from get" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from get" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from get" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from get" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help'
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from set" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from set" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from set" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from set" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from set" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from set" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from set" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from set" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from set" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from set" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from set" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from set" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from set" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from set" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from set" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from set" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from set" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from set" -s h -l help -d 'Print help'
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from unset" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from unset" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from unset" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from unset" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from unset" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from unset" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from unset" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from unset" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from unset" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from unset" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from unset" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from unset" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from unset" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from unset" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from unset" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from unset" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from unset" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from unset" -s h -l help -d 'Print help'
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from explain" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from explain" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from explain" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from explain" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from explain" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from explain" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from explain" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from explain" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from explain" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from explain" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from explain" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from explain" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from explain" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from explain" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from explain" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from explain" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from explain" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from explain" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from path" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from path" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from path" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from path" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from path" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from path" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from path" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from path" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from path" -l all -d 'Show every folder of this program'
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from path" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from path" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from path" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from path" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from path" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from path" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from path" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from path" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from path" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand config; and __fish_seen_subcommand_from path" -s h -l help -d 'Print help'
complete -c hotel -n "__fish_hotel_using_subcommand keys; and not __fish_seen_subcommand_from ls list check" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand keys; and not __fish_seen_subcommand_from ls list check" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand keys; and not __fish_seen_subcommand_from ls list check" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand keys; and not __fish_seen_subcommand_from ls list check" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand keys; and not __fish_seen_subcommand_from ls list check" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand keys; and not __fish_seen_subcommand_from ls list check" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand keys; and not __fish_seen_subcommand_from ls list check" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand keys; and not __fish_seen_subcommand_from ls list check" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand keys; and not __fish_seen_subcommand_from ls list check" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand keys; and not __fish_seen_subcommand_from ls list check" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand keys; and not __fish_seen_subcommand_from ls list check" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand keys; and not __fish_seen_subcommand_from ls list check" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand keys; and not __fish_seen_subcommand_from ls list check" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand keys; and not __fish_seen_subcommand_from ls list check" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand keys; and not __fish_seen_subcommand_from ls list check" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand keys; and not __fish_seen_subcommand_from ls list check" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand keys; and not __fish_seen_subcommand_from ls list check" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand keys; and not __fish_seen_subcommand_from ls list check" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c hotel -n "__fish_hotel_using_subcommand keys; and not __fish_seen_subcommand_from ls list check" -f -a "ls" -d 'List every action with its keys'
complete -c hotel -n "__fish_hotel_using_subcommand keys; and not __fish_seen_subcommand_from ls list check" -f -a "list" -d 'List every action with its keys'
complete -c hotel -n "__fish_hotel_using_subcommand keys; and not __fish_seen_subcommand_from ls list check" -f -a "check" -d 'Check the keys that you chose'
complete -c hotel -n "__fish_hotel_using_subcommand keys; and __fish_seen_subcommand_from ls" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand keys; and __fish_seen_subcommand_from ls" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand keys; and __fish_seen_subcommand_from ls" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand keys; and __fish_seen_subcommand_from ls" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand keys; and __fish_seen_subcommand_from ls" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand keys; and __fish_seen_subcommand_from ls" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand keys; and __fish_seen_subcommand_from ls" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand keys; and __fish_seen_subcommand_from ls" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand keys; and __fish_seen_subcommand_from ls" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand keys; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand keys; and __fish_seen_subcommand_from ls" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand keys; and __fish_seen_subcommand_from ls" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand keys; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand keys; and __fish_seen_subcommand_from ls" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand keys; and __fish_seen_subcommand_from ls" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand keys; and __fish_seen_subcommand_from ls" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand keys; and __fish_seen_subcommand_from ls" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand keys; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help'
complete -c hotel -n "__fish_hotel_using_subcommand keys; and __fish_seen_subcommand_from list" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand keys; and __fish_seen_subcommand_from list" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand keys; and __fish_seen_subcommand_from list" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand keys; and __fish_seen_subcommand_from list" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand keys; and __fish_seen_subcommand_from list" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand keys; and __fish_seen_subcommand_from list" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand keys; and __fish_seen_subcommand_from list" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand keys; and __fish_seen_subcommand_from list" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand keys; and __fish_seen_subcommand_from list" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand keys; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand keys; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand keys; and __fish_seen_subcommand_from list" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand keys; and __fish_seen_subcommand_from list" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand keys; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand keys; and __fish_seen_subcommand_from list" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand keys; and __fish_seen_subcommand_from list" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand keys; and __fish_seen_subcommand_from list" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand keys; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c hotel -n "__fish_hotel_using_subcommand keys; and __fish_seen_subcommand_from check" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand keys; and __fish_seen_subcommand_from check" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand keys; and __fish_seen_subcommand_from check" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand keys; and __fish_seen_subcommand_from check" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand keys; and __fish_seen_subcommand_from check" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand keys; and __fish_seen_subcommand_from check" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand keys; and __fish_seen_subcommand_from check" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand keys; and __fish_seen_subcommand_from check" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand keys; and __fish_seen_subcommand_from check" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand keys; and __fish_seen_subcommand_from check" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand keys; and __fish_seen_subcommand_from check" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand keys; and __fish_seen_subcommand_from check" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand keys; and __fish_seen_subcommand_from check" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand keys; and __fish_seen_subcommand_from check" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand keys; and __fish_seen_subcommand_from check" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand keys; and __fish_seen_subcommand_from check" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand keys; and __fish_seen_subcommand_from check" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand keys; and __fish_seen_subcommand_from check" -s h -l help -d 'Print help'
complete -c hotel -n "__fish_hotel_using_subcommand whoami" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand whoami" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand whoami" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand whoami" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand whoami" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand whoami" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand whoami" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand whoami" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand whoami" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand whoami" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand whoami" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand whoami" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand whoami" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand whoami" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand whoami" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand whoami" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand whoami" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand whoami" -s h -l help -d 'Print help'
complete -c hotel -n "__fish_hotel_using_subcommand admin; and not __fish_seen_subcommand_from verify rebuild copy" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand admin; and not __fish_seen_subcommand_from verify rebuild copy" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand admin; and not __fish_seen_subcommand_from verify rebuild copy" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand admin; and not __fish_seen_subcommand_from verify rebuild copy" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand admin; and not __fish_seen_subcommand_from verify rebuild copy" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand admin; and not __fish_seen_subcommand_from verify rebuild copy" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand admin; and not __fish_seen_subcommand_from verify rebuild copy" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand admin; and not __fish_seen_subcommand_from verify rebuild copy" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand admin; and not __fish_seen_subcommand_from verify rebuild copy" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand admin; and not __fish_seen_subcommand_from verify rebuild copy" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand admin; and not __fish_seen_subcommand_from verify rebuild copy" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand admin; and not __fish_seen_subcommand_from verify rebuild copy" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand admin; and not __fish_seen_subcommand_from verify rebuild copy" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand admin; and not __fish_seen_subcommand_from verify rebuild copy" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand admin; and not __fish_seen_subcommand_from verify rebuild copy" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand admin; and not __fish_seen_subcommand_from verify rebuild copy" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand admin; and not __fish_seen_subcommand_from verify rebuild copy" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand admin; and not __fish_seen_subcommand_from verify rebuild copy" -s h -l help -d 'Print help'
complete -c hotel -n "__fish_hotel_using_subcommand admin; and not __fish_seen_subcommand_from verify rebuild copy" -f -a "verify" -d 'Check the house\'s books: fold every event again and compare all that is kept with it'
complete -c hotel -n "__fish_hotel_using_subcommand admin; and not __fish_seen_subcommand_from verify rebuild copy" -f -a "rebuild" -d 'Make the house\'s books anew from its log, in a new file'
complete -c hotel -n "__fish_hotel_using_subcommand admin; and not __fish_seen_subcommand_from verify rebuild copy" -f -a "copy" -d 'Move the house\'s books into another database: out of a file into Postgres, or back'
complete -c hotel -n "__fish_hotel_using_subcommand admin; and __fish_seen_subcommand_from verify" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand admin; and __fish_seen_subcommand_from verify" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand admin; and __fish_seen_subcommand_from verify" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand admin; and __fish_seen_subcommand_from verify" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand admin; and __fish_seen_subcommand_from verify" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand admin; and __fish_seen_subcommand_from verify" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand admin; and __fish_seen_subcommand_from verify" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand admin; and __fish_seen_subcommand_from verify" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand admin; and __fish_seen_subcommand_from verify" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand admin; and __fish_seen_subcommand_from verify" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand admin; and __fish_seen_subcommand_from verify" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand admin; and __fish_seen_subcommand_from verify" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand admin; and __fish_seen_subcommand_from verify" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand admin; and __fish_seen_subcommand_from verify" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand admin; and __fish_seen_subcommand_from verify" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand admin; and __fish_seen_subcommand_from verify" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand admin; and __fish_seen_subcommand_from verify" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand admin; and __fish_seen_subcommand_from verify" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c hotel -n "__fish_hotel_using_subcommand admin; and __fish_seen_subcommand_from rebuild" -l from -d 'The file with the log' -r -F
complete -c hotel -n "__fish_hotel_using_subcommand admin; and __fish_seen_subcommand_from rebuild" -l to -d 'The file to make; it must not be there yet' -r -F
complete -c hotel -n "__fish_hotel_using_subcommand admin; and __fish_seen_subcommand_from rebuild" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand admin; and __fish_seen_subcommand_from rebuild" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand admin; and __fish_seen_subcommand_from rebuild" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand admin; and __fish_seen_subcommand_from rebuild" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand admin; and __fish_seen_subcommand_from rebuild" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand admin; and __fish_seen_subcommand_from rebuild" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand admin; and __fish_seen_subcommand_from rebuild" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand admin; and __fish_seen_subcommand_from rebuild" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand admin; and __fish_seen_subcommand_from rebuild" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand admin; and __fish_seen_subcommand_from rebuild" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand admin; and __fish_seen_subcommand_from rebuild" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand admin; and __fish_seen_subcommand_from rebuild" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand admin; and __fish_seen_subcommand_from rebuild" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand admin; and __fish_seen_subcommand_from rebuild" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand admin; and __fish_seen_subcommand_from rebuild" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand admin; and __fish_seen_subcommand_from rebuild" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand admin; and __fish_seen_subcommand_from rebuild" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand admin; and __fish_seen_subcommand_from rebuild" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c hotel -n "__fish_hotel_using_subcommand admin; and __fish_seen_subcommand_from copy" -l from -d 'The database to read: sqlite:FILE, or the address of a Postgres' -r
complete -c hotel -n "__fish_hotel_using_subcommand admin; and __fish_seen_subcommand_from copy" -l to -d 'The database to fill: a file that is not there yet, or a Postgres that holds nothing' -r
complete -c hotel -n "__fish_hotel_using_subcommand admin; and __fish_seen_subcommand_from copy" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand admin; and __fish_seen_subcommand_from copy" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand admin; and __fish_seen_subcommand_from copy" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand admin; and __fish_seen_subcommand_from copy" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand admin; and __fish_seen_subcommand_from copy" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand admin; and __fish_seen_subcommand_from copy" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand admin; and __fish_seen_subcommand_from copy" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand admin; and __fish_seen_subcommand_from copy" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand admin; and __fish_seen_subcommand_from copy" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand admin; and __fish_seen_subcommand_from copy" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand admin; and __fish_seen_subcommand_from copy" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand admin; and __fish_seen_subcommand_from copy" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand admin; and __fish_seen_subcommand_from copy" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand admin; and __fish_seen_subcommand_from copy" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand admin; and __fish_seen_subcommand_from copy" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand admin; and __fish_seen_subcommand_from copy" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand admin; and __fish_seen_subcommand_from copy" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand admin; and __fish_seen_subcommand_from copy" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c hotel -n "__fish_hotel_using_subcommand api" -l data -d 'Send this file of JSON, or - for stdin' -r
complete -c hotel -n "__fish_hotel_using_subcommand api" -l query -d 'Add a parameter to the query' -r
complete -c hotel -n "__fish_hotel_using_subcommand api" -l if-version -d 'Refuse the write if the version is no longer this one' -r
complete -c hotel -n "__fish_hotel_using_subcommand api" -l idempotency-key -d 'Name the change, so that repeating it takes effect once' -r
complete -c hotel -n "__fish_hotel_using_subcommand api" -l expires -d 'Give the change up if it could not be sent for so long, as in 4h' -r
complete -c hotel -n "__fish_hotel_using_subcommand api" -l after-op -d 'Send the change only after this operation of the queue' -r
complete -c hotel -n "__fish_hotel_using_subcommand api" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand api" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand api" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand api" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand api" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand api" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand api" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand api" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand api" -l dry-run -d 'Ask the server what would happen and change nothing'
complete -c hotel -n "__fish_hotel_using_subcommand api" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand api" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand api" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand api" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand api" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand api" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand api" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand api" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand api" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand api" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c hotel -n "__fish_hotel_using_subcommand doctor" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand doctor" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand doctor" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand doctor" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand doctor" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand doctor" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand doctor" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand doctor" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand doctor" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand doctor" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand doctor" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand doctor" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand doctor" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand doctor" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand doctor" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand doctor" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand doctor" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand doctor" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c hotel -n "__fish_hotel_using_subcommand completions" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand completions" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand completions" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand completions" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand completions" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand completions" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand completions" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand completions" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand completions" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand completions" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand completions" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand completions" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand completions" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand completions" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand completions" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand completions" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand completions" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand completions" -s h -l help -d 'Print help'
complete -c hotel -n "__fish_hotel_using_subcommand man" -l dir -d 'Write every page into this folder' -r -F
complete -c hotel -n "__fish_hotel_using_subcommand man" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand man" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand man" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand man" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand man" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand man" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand man" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand man" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand man" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand man" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand man" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand man" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand man" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand man" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand man" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand man" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand man" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand man" -s h -l help -d 'Print help'
complete -c hotel -n "__fish_hotel_using_subcommand help" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand help" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand help" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand help" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand help" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand help" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand help" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand help" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand help" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand help" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand help" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand help" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand help" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand help" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand help" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand help" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand help" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand help" -s h -l help -d 'Print help'
complete -c hotel -n "__fish_hotel_using_subcommand serve" -l config -d 'Read the settings in this file [default: server.toml in the server\'s folder] [env: HOTEL_SERVE_CONFIG]' -r -F
complete -c hotel -n "__fish_hotel_using_subcommand serve" -l listen -d 'Listen on this address; port 0 takes any that is free [default: 127.0.0.1:7070] [env: HOTEL_SERVE_LISTEN]' -r
complete -c hotel -n "__fish_hotel_using_subcommand serve" -l database -d 'Keep everything in this file, or in Postgres [default: hotel.db in the server\'s folder] [env: HOTEL_SERVE_DATABASE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand serve" -l database-replica -d 'Read lists and reports from this Postgres, which follows the database, where it has come as far [default: none] [env: HOTEL_SERVE_DATABASE_REPLICA]' -r
complete -c hotel -n "__fish_hotel_using_subcommand serve" -l tls-cert -d 'Certificate chain, PEM [env: HOTEL_SERVE_TLS_CERT]' -r -F
complete -c hotel -n "__fish_hotel_using_subcommand serve" -l tls-key -d 'Private key, PEM [env: HOTEL_SERVE_TLS_KEY]' -r -F
complete -c hotel -n "__fish_hotel_using_subcommand serve" -l behind-proxy -d 'Others may reach this server, since a proxy before it does TLS [env: HOTEL_SERVE_BEHIND_PROXY]' -r -f -a "true\t''
false\t''"
complete -c hotel -n "__fish_hotel_using_subcommand serve" -l metrics-listen -d 'Answer /metrics for Prometheus on this address, which is best one that only the monitoring reaches [default: nowhere] [env: HOTEL_SERVE_METRICS_LISTEN]' -r
complete -c hotel -n "__fish_hotel_using_subcommand serve" -l drain-wait -d 'When asked to stop, be unready but serve on for so long, so that a balancer can notice [default: 0s] [env: HOTEL_SERVE_DRAIN_WAIT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand serve" -l log -d 'Write log lines for people or as JSON [default: human] [env: HOTEL_SERVE_LOG]' -r -f -a "human\t'For people'
json\t'One JSON object a line'"
complete -c hotel -n "__fish_hotel_using_subcommand serve" -l log-filter -d 'Log this, as info or hotel_server=debug [default: info] [env: HOTEL_LOG]' -r
complete -c hotel -n "__fish_hotel_using_subcommand serve" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand serve" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand serve" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand serve" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand serve" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand serve" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand serve" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand serve" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand serve" -l print-config -d 'Print every setting with its value and where it comes from, and end'
complete -c hotel -n "__fish_hotel_using_subcommand serve" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand serve" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand serve" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand serve" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand serve" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand serve" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand serve" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand serve" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand serve" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand serve" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c hotel -n "__fish_hotel_using_subcommand demo" -l keep -d 'Keep the folder of the demo here' -r -F
complete -c hotel -n "__fish_hotel_using_subcommand demo" -l listen -d 'Serve on this address of this machine' -r
complete -c hotel -n "__fish_hotel_using_subcommand demo" -l seed -d 'Make another world: one number, one world' -r
complete -c hotel -n "__fish_hotel_using_subcommand demo" -s p -l profile -d 'Use this profile [env: HOTEL_PROFILE]' -r
complete -c hotel -n "__fish_hotel_using_subcommand demo" -l server -d 'Ask this server [env: HOTEL_SERVER]' -r
complete -c hotel -n "__fish_hotel_using_subcommand demo" -s o -l output -d 'Write stdout as table, json, jsonl, csv, tsv, yaml or ids [env: HOTEL_OUTPUT]' -r -f -a "table\t'Columns for people'
json\t'One JSON value'
jsonl\t'One JSON value a line'
csv\t'Comma-separated, with a header'
tsv\t'Tab-separated, with a header'
yaml\t'YAML'
ids\t'Only the ids, one a line'"
complete -c hotel -n "__fish_hotel_using_subcommand demo" -l fields -d 'Write only these fields, as in `code,stay.check_in`' -r
complete -c hotel -n "__fish_hotel_using_subcommand demo" -l color -d 'Use colours: auto, always or never [env: HOTEL_COLOR]' -r -f -a "auto\t'On a terminal, unless `NO_COLOR` is set'
always\t'Always, whatever `NO_COLOR` says'
never\t'Never'"
complete -c hotel -n "__fish_hotel_using_subcommand demo" -l error-format -d 'Word failures as auto, human or json [env: HOTEL_ERROR_FORMAT]' -r -f -a "auto\t'JSON when the output is JSON, else for people'
human\t'For people'
json\t'One JSON line'"
complete -c hotel -n "__fish_hotel_using_subcommand demo" -l offline -d 'Do this with changes while the server can\'t be reached: queue, fail, or only queue [env: HOTEL_OFFLINE]' -r -f -a "queue\t'It waits, if it is one that may'
fail\t'It fails'
only\t'It waits even if the server can be reached, and nothing is asked of it'"
complete -c hotel -n "__fish_hotel_using_subcommand demo" -l timeout -d 'Wait at most so long for an answer; a tail ends after it [env: HOTEL_TIMEOUT]' -r
complete -c hotel -n "__fish_hotel_using_subcommand demo" -l script -d 'Walk through the scripted tour and end'
complete -c hotel -n "__fish_hotel_using_subcommand demo" -l json -d 'Write JSON: the same as --output json'
complete -c hotel -n "__fish_hotel_using_subcommand demo" -s q -l quiet -d 'Leave out status lines and hints'
complete -c hotel -n "__fish_hotel_using_subcommand demo" -s v -l verbose -d 'Tell of each request on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand demo" -l debug -d 'Tell of each request and what it carries on stderr'
complete -c hotel -n "__fish_hotel_using_subcommand demo" -s y -l yes -d 'Answer every question with yes; a fee is only accepted with --accept-fee'
complete -c hotel -n "__fish_hotel_using_subcommand demo" -l no-input -d 'Never ask; fail where a question would be needed'
complete -c hotel -n "__fish_hotel_using_subcommand demo" -l no-color -d 'Use no colours: the same as --color never'
complete -c hotel -n "__fish_hotel_using_subcommand demo" -l no-trunc -d 'Cut nothing to the width of the terminal'
complete -c hotel -n "__fish_hotel_using_subcommand demo" -l no-journal -d 'Send changes without writing them down first: one that is not answered can\'t be taken up again'
complete -c hotel -n "__fish_hotel_using_subcommand demo" -s h -l help -d 'Print help (see more with \'--help\')'
