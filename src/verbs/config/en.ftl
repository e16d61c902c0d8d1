config-file = Configuration file: { $file }
config-not-set = not set
config-source-flag = option
config-source-variable = variable
config-source-file = configuration file
config-source-folder = in this folder
config-source-default = default
config-written = { $key } is now { $value } (in { $file }).
