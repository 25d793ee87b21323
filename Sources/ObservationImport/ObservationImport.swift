// A module begins here.
