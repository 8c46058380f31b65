# A page in a real browser, led by lines on the standard input: `go URL`, `file SELECTOR PATH`, `fill SELECTOR TEXT`, `click SELECTOR`,
# `drag SELECTOR SELECTOR`, `drop SELECTOR PATH`, `wait EXPRESSION` (until it is true), `say EXPRESSION` (prints it). Fields stand between
# tabs. Its first argument is the folder of its profile. Ends with 1 at what cannot be done, having named it.
use strict;
use warnings;
use JSON::PP;
use Fcntl qw(F_SETFD);
use IO::Handle;

my $json  = JSON::PP->new->allow_nonref->utf8;
my $count = 0;
my ($session, @events);

pipe(my $theirs_in, my $to) or die;
pipe(my $from, my $theirs_out) or die;
my $pid = fork;
if (!$pid) {    # the browser reads its orders at 3 and answers at 4
    require POSIX;
    my ($in, $out) = (POSIX::dup(fileno $theirs_in), POSIX::dup(fileno $theirs_out));
    $in = POSIX::dup($in), $out = POSIX::dup($out) while $in < 10 || $out < 10;
    POSIX::dup2($in, 3), POSIX::dup2($out, 4);
    $^F = 4;
    open STDOUT, '>', '/dev/null';
    open STDERR, '>', '/dev/null';
    exec 'chromium', split(/ /, '--headless --no-sandbox --disable-gpu --disable-dev-shm-usage --remote-debugging-pipe --lang=fr'),
        '--window-size=1366,900', "--user-data-dir=$ARGV[0]", 'about:blank';
    exit 127;
}
close $theirs_in, close $theirs_out;
$to->autoflush(1);
binmode $_ for $to, $from;
binmode STDOUT, ':utf8';
$SIG{ALRM} = sub { kill 'KILL', $pid; print "the browser does not answer\n"; exit 1 };
alarm 240;

sub fail { print "@_\n"; kill 'KILL', $pid; exit 1 }

sub next_message {
    local $/ = "\0";
    my $text = <$from>;
    defined $text or fail 'the browser is gone';
    chop $text;
    return $json->decode($text);
}

sub answer_to {
    my ($method, %given) = @_;
    my %order = (id => ++$count, method => $method, params => \%given);
    $order{sessionId} = $session if $session;
    print $to $json->encode(\%order) . "\0";
    while (1) {
        my $answer = next_message();
        push @events, $answer if $answer->{method};
        next unless ($answer->{id} // 0) == $count;
        return $answer;
    }
}

sub ask {
    my ($method, %given) = @_;
    my $answer = answer_to($method, %given);
    fail "$method: $answer->{error}{message}" if $answer->{error};
    return $answer->{result};
}

# An event of that name, which may have come already.
sub event {
    my ($method) = @_;
    while (1) {
        for my $i (0 .. $#events) {
            return (splice @events, $i, 1)->{params} if $events[$i]{method} eq $method;
        }
        my $message = next_message();
        push @events, $message if $message->{method};
    }
}

# Nothing of a page that is just being left for another.
sub value {
    my $got = answer_to('Runtime.evaluate', expression => $_[0], returnByValue => JSON::PP::true)->{result};
    return !$got || $got->{exceptionDetails} ? undef : $got->{result}{value};
}

sub until_true {
    for (1 .. 600) {
        return if value($_[0]);
        select undef, undef, undef, 0.1;
    }
    fail "not so: $_[0]; it says: " . (value('document.querySelector("main").innerText') // '');
}

sub quoted { return JSON::PP->new->allow_nonref->ascii->encode($_[0]) }

sub object {
    my ($selector) = @_;
    my $got = ask('Runtime.evaluate', expression => "document.querySelector(" . quoted($selector) . ")");
    return $got->{result}{objectId} // fail "nothing is $selector";
}

sub middle {
    my ($selector) = @_;
    my $id = object($selector);
    ask('DOM.scrollIntoViewIfNeeded', objectId => $id);
    my $quad = ask('DOM.getBoxModel', objectId => $id)->{model}{content};
    return (($quad->[0] + $quad->[4]) / 2, ($quad->[1] + $quad->[5]) / 2);
}

sub mouse {
    my ($type, $x, $y, $buttons) = @_;
    ask('Input.dispatchMouseEvent', type => $type, x => $x, y => $y, button => 'left', buttons => $buttons, clickCount => 1);
}

sub drag_over {
    my ($data, @places) = @_;
    while (my ($type, $x, $y) = splice @places, 0, 3) {
        ask('Input.dispatchDragEvent', type => $type, x => $x, y => $y, data => $data);
    }
}

my %orders = (
    go => sub {
        ask('Page.navigate', url => $_[0]);
        until_true('location.href === ' . quoted($_[0]) . " && document.readyState === 'complete'");
    },
    file => sub { ask('DOM.setFileInputFiles', objectId => object($_[0]), files => [$_[1]]) },
    fill => sub {
        ask('DOM.focus', objectId => object($_[0]));
        value('document.activeElement.select()');
        ask('Input.insertText', text => $_[1]);
    },
    click => sub {
        my ($x, $y) = middle($_[0]);
        mouse('mousePressed', $x, $y, 1);
        mouse('mouseReleased', $x, $y, 0);
    },
    drag => sub {
        my ($x, $y) = middle($_[0]);
        my ($to_x, $to_y) = middle($_[1]);
        ($x, $y) = middle($_[0]);
        ask('Input.setInterceptDrags', enabled => JSON::PP::true);
        mouse('mousePressed', $x, $y, 1);
        mouse('mouseMoved', $x + 4, $y + 4, 1);
        mouse('mouseMoved', $x + 9, $y + 9, 1);
        my $data = event('Input.dragIntercepted')->{data};
        drag_over($data, 'dragEnter', $x, $y, 'dragOver', $to_x, $to_y - 8, 'dragOver', $to_x, $to_y - 9, 'drop', $to_x, $to_y - 9);
        mouse('mouseReleased', $to_x, $to_y - 9, 0);
    },
    drop => sub {
        my ($x, $y) = middle($_[0]);
        my $data = {items => [], files => [$_[1]], dragOperationsMask => 1};
        drag_over($data, 'dragEnter', $x, $y, 'dragOver', $x, $y, 'drop', $x, $y);
    },
    wait => sub { until_true($_[0]) },
    say  => sub { print value($_[0]) // '', "\n" },
);

my ($page) = grep { $_->{type} eq 'page' } @{ask('Target.getTargets')->{targetInfos}};
$session = ask('Target.attachToTarget', targetId => $page->{targetId}, flatten => JSON::PP::true)->{sessionId};
ask($_) for 'Page.enable', 'Runtime.enable', 'DOM.enable';
while (my $line = <STDIN>) {
    chomp $line;
    utf8::decode($line);
    my ($order, @given) = split /\t/, $line;
    my $work = $orders{$order} or fail "no such order: $order";
    $work->(@given);
}
undef $session;
ask('Browser.close');
waitpid $pid, 0;
