cluster "live" { servers = ["a:9092"] }
